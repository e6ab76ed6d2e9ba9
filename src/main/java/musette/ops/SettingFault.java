package musette.ops;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.PropertySourceOrigin;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.core.ResolvableType;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.util.ClassUtils;

/// What is wrong with a setting, as one sentence that names it, where it stands and what it takes.
final class SettingFault {
    private static final String OURS = "musette.";

    private SettingFault() {}

    static Optional<String> sentenceIn(Throwable problem) {
        return causes(problem)
                .filter(BindException.class::isInstance)
                .map(BindException.class::cast)
                .map(SettingFault::sentence)
                .findFirst();
    }

    private static String sentence(BindException fault) {
        return unknown(fault).or(() -> ruled(fault)).orElseGet(() -> misread(fault));
    }

    /// A name that its room does not have.
    private static Optional<String> unknown(BindException fault) {
        return causes(fault)
                .filter(UnboundConfigurationPropertiesException.class::isInstance)
                .map(UnboundConfigurationPropertiesException.class::cast)
                .flatMap(found -> found.getUnboundProperties().stream())
                .findFirst()
                .map(setting ->
                        "There is no setting %s%s; docs/configuration.md lists them all."
                                .formatted(setting.getName(), where(setting)));
    }

    /// A value that the room's own record refuses, in its words.
    private static Optional<String> ruled(BindException fault) {
        return causes(fault)
                .filter(IllegalArgumentException.class::isInstance)
                .map(Throwable::getMessage)
                .filter(words -> words != null && words.startsWith(OURS))
                .findFirst()
                .map(words -> words.endsWith(".") ? words : words + ".");
    }

    private static String misread(BindException fault) {
        var setting = fault.getProperty();
        return "%s%s must be %s%s."
                .formatted(
                        fault.getName(),
                        where(setting),
                        kind(fault),
                        setting == null ? "" : ", not '%s'".formatted(setting.getValue()));
    }

    private static String kind(BindException fault) {
        var type = fault.getTarget().getType();
        return fault.getName().toString().startsWith(OURS)
                ? kind(type).orElse("something else; docs/configuration.md says what")
                : kind(type).orElseGet(() -> "a " + type.resolve(Object.class).getSimpleName());
    }

    private static Optional<String> kind(ResolvableType type) {
        var wanted = ClassUtils.resolvePrimitiveIfNecessary(type.resolve(Object.class));
        if (Iterable.class.isAssignableFrom(wanted)) {
            return kind(type.getGeneric())
                    .map("one or more, with commas between them, each "::concat);
        }
        if (wanted.isEnum()) {
            return Optional.of(
                    Arrays.stream(wanted.getEnumConstants())
                            .map(choice -> choice.toString().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(" or ")));
        }
        var words =
                switch (wanted) {
                    case Class<?> c when c == Integer.class -> "a whole number";
                    case Class<?> c when c == Boolean.class -> "true or false";
                    case Class<?> c when c == Duration.class ->
                            "a length of time like 30d, 12h or 45s";
                    case Class<?> c when c == ZoneId.class -> "a time zone like Europe/Paris";
                    case Class<?> c when c == URI.class ->
                            "an address like https://news.example.org";
                    case Class<?> c when c == Path.class -> "a folder like /srv/musette";
                    default -> null;
                };
        return Optional.ofNullable(words);
    }

    private static String where(@Nullable ConfigurationProperty setting) {
        if (!(Origin.from(setting) instanceof PropertySourceOrigin source)) {
            return "";
        }
        if (source.getPropertySource() instanceof SystemEnvironmentPropertySource) {
            return " (%s in the environment)".formatted(source.getPropertyName());
        }
        return source.getOrigin() instanceof TextResourceOrigin text && text.getLocation() != null
                ? " (musette.properties, line %d)".formatted(text.getLocation().getLine() + 1)
                : "";
    }

    private static Stream<Throwable> causes(Throwable problem) {
        return Stream.iterate(problem, cause -> cause != null, Throwable::getCause).limit(50);
    }
}
