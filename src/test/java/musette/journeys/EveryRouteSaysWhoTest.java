package musette.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import musette.site.MayCall;
import org.junit.jupiter.api.Test;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

class EveryRouteSaysWhoTest {
    @Test
    void every_route_of_ours_states_who_may_call_it() {
        try (var house = House.open(Instant.parse("2023-04-01T15:00:00Z"))) {
            var routes =
                    house.askAll(RequestMappingHandlerMapping.class).stream()
                            .flatMap(mapping -> mapping.getHandlerMethods().values().stream())
                            .filter(route -> route.getBeanType().getName().startsWith("musette."))
                            .toList();

            assertThat(routes).isNotEmpty().allMatch(EveryRouteSaysWhoTest::saysWho);
        }
    }

    private static boolean saysWho(HandlerMethod route) {
        return route.hasMethodAnnotation(MayCall.class)
                || AnnotatedElementUtils.hasAnnotation(route.getBeanType(), MayCall.class);
    }
}
