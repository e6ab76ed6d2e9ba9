package musette.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.web.method.HandlerMethod;

class AccessGuardTest {

    @Test
    void a_route_that_says_nothing_is_open_to_nobody() throws NoSuchMethodException {
        var silent = new HandlerMethod(new Routes(), "silent");

        assertThatThrownBy(() -> AccessGuard.whoMayCall(silent)).isInstanceOf(HttpProblem.class);
    }

    @Test
    void a_route_is_open_to_whom_it_says() throws NoSuchMethodException {
        var desk = new HandlerMethod(new Routes(), "desk");

        assertThat(AccessGuard.whoMayCall(desk)).isEqualTo(Who.STAFF);
    }

    static class Routes {
        public void silent() {}

        @MayCall(Who.STAFF)
        public void desk() {}
    }
}
