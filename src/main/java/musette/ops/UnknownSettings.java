package musette.ops;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import musette.store.CannotStart;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.stereotype.Component;

/// Stops the start when a setting names a room that has none (`musette.metre.allowance`), or when a
/// name in the environment is none at all (`MUSETTE_SITE_NMAE`): both would otherwise do nothing,
/// silently. (Within a room, its own record refuses unknown names in files and arguments.)
@Component
class UnknownSettings {
    private static final String HOUSE = "musette.";
    private static final String IN_ENVIRONMENT = "MUSETTE_";

    /// The launcher's own.
    private static final Set<String> NOT_OURS = Set.of("MUSETTE_MAVEN_ARGS");

    UnknownSettings(ApplicationContext house, ConfigurableEnvironment environment) {
        misspelt(environment.getSystemEnvironment().keySet(), records(house)).stream()
                .findFirst()
                .ifPresent(name -> {
                    throw new CannotStart(
                            "There is no setting %s in the environment; docs/configuration.md lists them all, and a dash falls away: MUSETTE_POST_PERCLIENT."
                                    .formatted(name));
                });
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

    /// Names in the environment that look like settings and are none.
    ///
    /// @param records prefix and record of each room's settings
    static List<String> misspelt(Collection<String> environment, Map<String, Class<?>> records) {
        var known = new TreeSet<String>();
        records.forEach((prefix, type) ->
                Arrays.stream(type.getRecordComponents())
                        .map(component -> (prefix + "." + component.getName()))
                        .map(name -> name.toUpperCase(Locale.ROOT).replace('.', '_'))
                        .forEach(known::add));
        return environment.stream()
                .filter(name -> name.startsWith(IN_ENVIRONMENT) && !NOT_OURS.contains(name))
                .filter(name -> !known.contains(name.replaceFirst("_[0-9]+_?$", "")))
                .sorted()
                .toList();
    }

    private static Map<String, Class<?>> records(ApplicationContext house) {
        var records = new TreeMap<String, Class<?>>();
        house.getBeansWithAnnotation(ConfigurationProperties.class)
                .values()
                .forEach(bean -> {
                    var settings = bean.getClass().getAnnotation(ConfigurationProperties.class);
                    if (settings != null && bean.getClass().isRecord()) {
                        records.put(settings.value(), bean.getClass());
                    }
                });
        return records;
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
