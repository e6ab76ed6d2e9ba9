package musette.ops;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import musette.bench.Bench;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import tools.jackson.databind.json.JsonMapper;

/// `./musette bench NAME`: a table for people, then one line of JSON.
final class BenchCommand {
    private BenchCommand() {}

    static int run(Arguments arguments) {
        var names = Bench.all().stream().map(Bench::name).collect(Collectors.joining(", "));
        var word = arguments.word(0, "a benchmark (" + names + ")");
        var bench =
                Bench.named(word)
                        .orElseThrow(() ->
                                CommandFailed.misspoken(
                                        "There is no benchmark '%s'; there are: %s."
                                                .formatted(word, names)));
        // The table is for people; what servers beside it say is not part of it.
        LoggingSystem.get(Bench.class.getClassLoader())
                .setLogLevel("org.subethamail", LogLevel.WARN);
        try {
            Map<String, Object> figures = new LinkedHashMap<>();
            figures.put("bench", bench.name());
            figures.putAll(bench.run(wishes(arguments), System.out));
            var line = JsonMapper.shared().writeValueAsString(figures);
            System.out.println(line);
            arguments.option("--json").map(Path::of).ifPresent(file -> keep(file, line));
            return 0;
        } catch (Bench.Unfit e) {
            throw new CommandFailed(String.valueOf(e.getMessage()));
        }
    }

    private static Bench.Wishes wishes(Arguments arguments) {
        var rounds = arguments.option("--rounds");
        if (rounds.isPresent() && !rounds.get().matches("[1-9][0-9]{0,4}")) {
            throw CommandFailed.misspoken(
                    "--rounds takes a number, not '%s'.".formatted(rounds.get()));
        }
        return new Bench.Wishes(
                arguments.option("--data").map(Path::of),
                rounds.isPresent()
                        ? OptionalInt.of(Integer.parseInt(rounds.get()))
                        : OptionalInt.empty(),
                arguments.option("--show"),
                arguments.has("--anomalies"));
    }

    private static void keep(Path file, String line) {
        try {
            Files.writeString(file, line + "\n");
        } catch (IOException e) {
            throw new CommandFailed("The figures could not be written to %s.".formatted(file));
        }
    }
}
