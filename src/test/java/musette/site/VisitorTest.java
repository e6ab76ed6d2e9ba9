package musette.site;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpSession;

/// Who is asking, and that asking leaves no trace.
class VisitorTest {
    private static final Visitor NOBODY = new Visitor(OptionalLong.empty(), OptionalLong.empty());

    private final MockHttpServletRequest request = new MockHttpServletRequest();

    @Test
    void asking_who_somebody_is_starts_no_session() {
        assertThat(Visitor.of(request)).isEqualTo(NOBODY);
        assertThat(Visitor.duty(request)).isEqualTo(Who.ANYONE);
        assertThat(Visitor.sessionCookie(request)).isEmpty();
        assertThat(request.getSession(false)).isNull();
    }

    @Test
    void whoever_signs_in_gets_a_session_of_a_new_name() {
        var planted = new MockHttpSession();
        var before = planted.getId();
        request.setSession(planted);

        Visitor.signInStaff(request, 3);

        assertThat(Visitor.of(request).staff()).hasValue(3);
        assertThat(Visitor.of(request).reader()).isEmpty();
        assertThat(request.getSession().getId()).isNotEqualTo(before);
    }

    @Test
    void one_browser_may_be_of_the_staff_and_a_reader() {
        Visitor.signInStaff(request, 3);
        Visitor.signInReader(request, 17);

        assertThat(Visitor.of(request))
                .isEqualTo(new Visitor(OptionalLong.of(3), OptionalLong.of(17)));
        Visitor.signOut(request);
        assertThat(Visitor.of(request)).isEqualTo(NOBODY);
        Visitor.signOut(request);
    }

    @Test
    void a_duty_is_remembered_for_this_request_alone() {
        Visitor.onDuty(request, Who.OWNER);
        assertThat(Visitor.duty(request)).isEqualTo(Who.OWNER);

        var next = new MockHttpServletRequest();
        next.setSession(request.getSession());
        assertThat(Visitor.duty(next)).isEqualTo(Who.ANYONE);
    }

    @Test
    void the_session_s_cookie_is_told_as_it_came() {
        request.setCookies(
                new Cookie("other", "x"), new Cookie(SiteConfiguration.SESSION_COOKIE, "abc"));

        assertThat(Visitor.sessionCookie(request)).contains("abc");
    }
}
