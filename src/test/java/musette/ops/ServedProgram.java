package musette.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The program as a process of its own on a data folder, as `./musette serve` starts it.
public final class ServedProgram implements AutoCloseable {
    private static final String LAST_LINE = "mail";

    private final Process process;
    private final List<String> lines;

    private ServedProgram(Process process, List<String> lines) {
        this.process = process;
        this.lines = lines;
    }

    /// Starts it on any free port and waits for the lines that it prints.
    public static ServedProgram start(Path data, String... options) {
        var words =
                new ArrayList<>(
                        List.of(
                                ProcessHandle.current().info().command().orElseThrow(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "musette.Musette",
                                "serve",
                                "--port",
                                "0",
                                "--data",
                                data.toString()));
        words.addAll(List.of(options));
        var log = data.resolveSibling(data.getFileName() + ".log");
        try {
            var process =
                    new ProcessBuilder(words)
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile())
                            .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            var lines =
                    await().atMost(Duration.ofMinutes(1))
                            .until(() -> linesIn(log), it -> isStarted(it) || !process.isAlive());
            assertThat(process.isAlive()).as(Files.readString(log)).isTrue();
            return new ServedProgram(process, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The words with which the lines of the start begin, in their order.
    public List<String> words() {
        return lines.stream().map(line -> line.split(" ", 2)[0]).toList();
    }

    /// What stands behind such a word.
    public String line(String word) {
        return lines.stream()
                .filter(line -> line.startsWith(word + " "))
                .map(line -> line.substring(word.length()).strip())
                .findFirst()
                .orElseThrow();
    }

    /// The address of a page of the site.
    public String address(String path) {
        return line("site").replaceFirst("/$", "") + path;
    }

    private static List<String> linesIn(Path log) throws IOException {
        return Files.readString(log).lines().filter(line -> line.matches("[a-z]+ +\\S.*")).toList();
    }

    private static boolean isStarted(List<String> lines) {
        return lines.stream().anyMatch(line -> line.startsWith(LAST_LINE + " "));
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
