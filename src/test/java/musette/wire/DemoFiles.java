package musette.wire;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/// The demonstration's files, brought in as the command line does it: the winners first.
public final class DemoFiles {
    private static final String WINNERS = "gran-premio-miguel-indurain-winners.csv";
    private static final String RESULT = "gran-premio-miguel-indurain-2023.csv";

    private DemoFiles() {}

    /// Puts in the list of winners and the result, and answers the result's receipt.
    public static ImportReceipt putIn(Wire wire, String who) {
        putIn(wire, WINNERS, who);
        return putIn(wire, RESULT, who);
    }

    /// Puts in that those of the result start, in the order of their numbers.
    public static ImportReceipt putInStarters(Wire wire, String who) {
        var rows =
                result().lines()
                        .filter(line -> line.matches("\\d*,\\d+,.*"))
                        .map(line -> line.split(",", -1))
                        .sorted(Comparator.comparing(cells -> Integer.valueOf(cells[1])))
                        .map(cells -> String.join(",", List.of(cells).subList(1, 7)))
                        .collect(Collectors.joining("\n"));
        var file =
                "# race: Gran Premio Miguel Indurain\n# date: 2023-04-01\n"
                        + "# classification: start-list\n"
                        + "bib,family,given,nation,birth_date,team\n"
                        + rows;
        return wire.receive(
                "starters.csv",
                new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)),
                who);
    }

    /// The result's file, word for word.
    public static String result() {
        return text(RESULT);
    }

    /// The list of winners, word for word.
    public static String winners() {
        return text(WINNERS);
    }

    private static String text(String name) {
        try {
            return Files.readString(Path.of("demo", name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The same as it stood on the founding page: provisional, with the gaps one row too high.
    public static String shifted() {
        return result().replace("# standing: official", "# standing: provisional")
                .replace("Trek - Segafredo,,+0:13", "Trek - Segafredo,,s.t.")
                .replace("Lotto Dstny,,+0:20", "Lotto Dstny,,+0:13");
    }

    private static ImportReceipt putIn(Wire wire, String name, String who) {
        try (var bytes = Files.newInputStream(Path.of("demo", name))) {
            return wire.receive(name, bytes, who);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
