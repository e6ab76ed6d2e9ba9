package musette.ops;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import musette.store.CannotStart;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;

/// Reads every room's settings before anything else is made, so that what is wrong with them is
/// told at once and no database is started for it.
///
/// A name of a room that there is not (`musette.metre.allowance`), and one in the environment that
/// is none at all (`MUSETTE_SITE_NMAE`), would do nothing, silently: they stop the start. Within a
/// room, its own record refuses unknown names in files and arguments, and values that make no
/// sense.
@Configuration(proxyBeanMethods = false)
class SettingsFirst {
    private static final String HOUSE = "musette.";
    private static final String IN_ENVIRONMENT = "MUSETTE_";

    /// The launcher's own.
    private static final Set<String> NOT_OURS = Set.of("MUSETTE_MAVEN_ARGS");

    @Bean
    static BeanFactoryPostProcessor settings(ConfigurableEnvironment environment) {
        return house -> {
            var records = records(house);
            refuseMisspelt(environment, records);
            refuseOtherRooms(environment, records.keySet());
        };
    }

    /// The record of each room's settings by its prefix; one that can't be made flies.
    private static Map<String, Class<?>> records(ConfigurableListableBeanFactory house) {
        var records = new TreeMap<String, Class<?>>();
        for (var name : house.getBeanDefinitionNames()) {
            var type = name.startsWith(HOUSE) ? house.getType(name, false) : null;
            if (type != null && type.isRecord()) {
                var settings = type.getAnnotation(ConfigurationProperties.class);
                if (settings != null) {
                    records.put(settings.value(), house.getBean(name).getClass());
                }
            }
        }
        return records;
    }

    private static void refuseMisspelt(
            ConfigurableEnvironment environment, Map<String, Class<?>> records) {
        misspelt(environment.getSystemEnvironment().keySet(), records).stream()
                .findFirst()
                .ifPresent(name -> {
                    throw new CannotStart(
                            "There is no setting %s in the environment; docs/configuration.md lists them all, and a dash falls away: MUSETTE_POST_PERCLIENT."
                                    .formatted(name));
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

    private static void refuseOtherRooms(
            ConfigurableEnvironment environment, Collection<String> prefixes) {
        var rooms = prefixes.stream().map(SettingsFirst::room).collect(Collectors.toSet());
        environment.getPropertySources().stream()
                .filter(EnumerablePropertySource.class::isInstance)
                .map(EnumerablePropertySource.class::cast)
                .flatMap(source -> Arrays.stream(source.getPropertyNames()))
                .filter(name -> name.startsWith(HOUSE) && !rooms.contains(room(name)))
                .findFirst()
                .ifPresent(name -> {
                    throw new CannotStart(
                            "There is no setting %s; settings begin with musette. and one of %s. docs/configuration.md lists them."
                                    .formatted(name, new TreeSet<>(rooms)));
                });
    }

    private static String room(String name) {
        var rest = name.substring(HOUSE.length());
        var end = rest.indexOf('.');
        return end < 0 ? rest : rest.substring(0, end);
    }
}
