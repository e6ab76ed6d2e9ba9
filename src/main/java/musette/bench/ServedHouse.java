package musette.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// A house served by another process on a fresh folder with the demonstration in it.
record ServedHouse(ExternalProcess server, String address) implements AutoCloseable {
    private static final long POLL_NANOS = 50_000_000;
    private static final int MOST_POLLS = 1_200;

    static ServedHouse open(Path folder) {
        var launched = launch(folder, ExternalProcess.freePort());
        return new ServedHouse(launched, awaitAddress(launched, folder));
    }

    /// Where the server's data lie.
    static Path data(Path folder) {
        return folder.resolve("data");
    }

    /// Starts the server and does not wait for it.
    static ExternalProcess launch(Path folder, int port) {
        var log = log(folder);
        var command = new ArrayList<String>();
        command.add(ProcessHandle.current().info().command().orElseThrow());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("-X") || argument.startsWith("--"))
                .forEach(command::add);
        command.addAll(
                List.of(
                        "-cp",
                        System.getProperty("java.class.path"),
                        "musette.Musette",
                        "serve",
                        "--port",
                        String.valueOf(port),
                        "--data",
                        data(folder).toString()));
        return ExternalProcess.start(command, log);
    }

    private static Path log(Path folder) {
        return folder.resolve("server.log");
    }

    /// The site's address, once the server has told it.
    ///
    /// @throws IllegalStateException with the server's words when it ends before that, or takes
    ///   longer than a minute
    static String awaitAddress(ExternalProcess server, Path folder) {
        var log = log(folder);
        for (int poll = 0; poll < MOST_POLLS && server.process().isAlive(); poll++) {
            var site =
                    lines(log).stream()
                            .filter(line -> line.startsWith("site "))
                            .map(line -> line.substring(5).strip())
                            .findFirst();
            if (site.isPresent()) {
                return site.get();
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
        server.close();
        throw new IllegalStateException("the server did not start:\n" + lines(log));
    }

    private static List<String> lines(Path log) {
        try {
            return Files.readAllLines(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
