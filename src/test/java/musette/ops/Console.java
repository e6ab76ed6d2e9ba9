package musette.ops;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import musette.Musette;

/// Types commands and reads what they print.
public final class Console {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    /// Runs one command, forgets what the last one printed, and answers the exit code.
    public int run(String... words) {
        out.reset();
        err.reset();
        var usual = List.of(System.out, System.err);
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        try {
            return CommandLine.of(Musette.class).run(words);
        } finally {
            System.setOut(usual.get(0));
            System.setErr(usual.get(1));
        }
    }

    public String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    public String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
