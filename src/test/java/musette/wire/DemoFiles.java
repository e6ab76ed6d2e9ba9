package musette.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

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
