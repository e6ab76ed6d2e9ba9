package musette.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import musette.journeys.House;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

class DeedsTest {
    @Test
    void every_address_of_the_desk_that_changes_something_has_its_words() {
        try (var house = House.open(Instant.parse("2023-04-01T15:00:00Z"))) {
            var unknown =
                    house.askAll(RequestMappingHandlerMapping.class).stream()
                            .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                            .filter(DeedsTest::changes)
                            .flatMap(route -> route.getPatternValues().stream())
                            .map(path -> path.replaceAll("\\{(\\w+):[^/]*}", "{$1}"))
                            .filter(path -> path.startsWith("/desk"))
                            .filter(path -> !Deeds.isKnown(path));

            assertThat(unknown).isEmpty();
        }
    }

    private static boolean changes(RequestMappingInfo route) {
        return route.getMethodsCondition().getMethods().contains(RequestMethod.POST);
    }
}
