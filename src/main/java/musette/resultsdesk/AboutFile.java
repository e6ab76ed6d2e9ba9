package musette.resultsdesk;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What somebody tells about a file that does not say it itself. It is put above the file in the
/// form that files use, and a file's own lines count more.
///
/// @param race its name
/// @param date of the finish, `2023-04-01`
/// @param stage `4`, `13a`, `prologue`; empty for the whole race
/// @param classification empty for the race's or the stage's result
/// @param standing empty for what the file says, which is provisional where it says nothing
/// @param names which of two names in one cell comes first; empty where capitals tell
record AboutFile(
        String race,
        String date,
        String stage,
        String classification,
        String standing,
        String names) {
    static final AboutFile NOTHING = new AboutFile("", "", "", "", "", "");

    /// A form may lack any of them.
    AboutFile(
            @Nullable String race,
            @Nullable String date,
            @Nullable String stage,
            @Nullable String classification,
            @Nullable String standing,
            @Nullable String names) {
        this.race = Objects.requireNonNullElse(race, "");
        this.date = Objects.requireNonNullElse(date, "");
        this.stage = Objects.requireNonNullElse(stage, "");
        this.classification = Objects.requireNonNullElse(classification, "");
        this.standing = Objects.requireNonNullElse(standing, "");
        this.names = Objects.requireNonNullElse(names, "");
    }

    boolean isNothing() {
        return lines().isEmpty();
    }

    /// Lines such as `# race: Paris-Roubaix`, each with its end.
    String lines() {
        return Stream.of(
                        line("race", race),
                        line("date", date),
                        line("stage", stage),
                        line("classification", classification),
                        line("standing", standing),
                        line("names", names))
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining());
    }

    private static String line(String key, String value) {
        var word = value.replaceAll("\\p{Cntrl}+", " ").strip();
        return word.isEmpty() ? "" : "# %s: %s\n".formatted(key, word);
    }
}
