package musette.ops;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import musette.store.CannotStart;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.stereotype.Component;

/// Stops the start when a setting names a room that has none: `musette.metre.allowance` would
/// otherwise do nothing, silently. (Within a room, its own record refuses unknown names.)
@Component
class UnknownSettings {
    private static final String HOUSE = "musette.";

    UnknownSettings(ApplicationContext house, ConfigurableEnvironment environment) {
        var rooms = rooms(house);
        environment.getPropertySources().stream()
                .filter(EnumerablePropertySource.class::isInstance)
                .map(EnumerablePropertySource.class::cast)
                .flatMap(source -> Arrays.stream(source.getPropertyNames()))
                .filter(name -> name.startsWith(HOUSE) && !rooms.contains(room(name)))
                .findFirst()
                .ifPresent(name -> {
                    throw new CannotStart(
                            "There is no setting %s; settings begin with musette. and one of %s. docs/configuration.md lists them."
                                    .formatted(name, rooms));
                });
    }

    private static Set<String> rooms(ApplicationContext house) {
        var rooms = new TreeSet<String>();
        for (var name : house.getBeanNamesForAnnotation(ConfigurationProperties.class)) {
            var settings = house.findAnnotationOnBean(name, ConfigurationProperties.class);
            if (settings != null && settings.value().startsWith(HOUSE)) {
                rooms.add(room(settings.value()));
            }
        }
        return rooms;
    }

    private static String room(String name) {
        var rest = name.substring(HOUSE.length());
        var end = rest.indexOf('.');
        return end < 0 ? rest : rest.substring(0, end);
    }
}
