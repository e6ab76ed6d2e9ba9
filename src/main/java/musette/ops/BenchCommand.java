package musette.ops;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import musette.bench.Bench;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import picocli.CommandLine.ParseResult;
import tools.jackson.databind.json.JsonMapper;

/// `./musette bench NAME`: a table for people, then one line of JSON.
final class BenchCommand {
    private BenchCommand() {}

    static int run(ParseResult given) {
        var word = given.matchedPositionalValue(0, "");
        var bench =
                Bench.named(word)
                        .orElseThrow(() ->
                                CommandFailed.misspoken(
                                        "There is no benchmark '%s'; there are: %s."
                                                .formatted(word, names())));
        // The table is for people; what servers beside it say is not part of it.
        LoggingSystem.get(Bench.class.getClassLoader())
                .setLogLevel("org.subethamail", LogLevel.WARN);
        try {
            Map<String, Object> figures = new LinkedHashMap<>();
            figures.put("bench", bench.name());
            figures.putAll(bench.run(wishes(given), System.out));
            var line = JsonMapper.shared().writeValueAsString(figures);
            System.out.println(line);
            option(given, Commands.JSON, Path.class).ifPresent(file -> keep(file, line));
            return 0;
        } catch (Bench.Unfit e) {
            throw new CommandFailed(String.valueOf(e.getMessage()));
        }
    }

    private static String names() {
        return Bench.all().stream().map(Bench::name).collect(Collectors.joining(", "));
    }

    private static Bench.Wishes wishes(ParseResult given) {
        return new Bench.Wishes(
                option(given, Commands.DATA, Path.class),
                option(given, Commands.ROUNDS, Integer.class)
                        .map(BenchCommand::rounds)
                        .map(OptionalInt::of)
                        .orElseGet(OptionalInt::empty),
                option(given, Commands.SHOW, String.class),
                given.hasMatchedOption(Commands.ANOMALIES));
    }

    private static int rounds(int number) {
        if (number < 1 || number > 99_999) {
            throw CommandFailed.misspoken(
                    "--rounds takes a number from 1 to 99999, not %d.".formatted(number));
        }
        return number;
    }

    private static <T> Optional<T> option(ParseResult given, String name, Class<T> type) {
        return given.hasMatchedOption(name)
                ? Optional.of(type.cast(given.matchedOption(name).getValue()))
                : Optional.empty();
    }

    private static void keep(Path file, String line) {
        try {
            Files.writeString(file, line + "\n");
        } catch (IOException e) {
            throw new CommandFailed("The figures could not be written to %s.".formatted(file));
        }
    }
}
