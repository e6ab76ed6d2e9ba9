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
record ServedHouse(Bystander server, String address) implements AutoCloseable {
    private static final long POLL_NANOS = 50_000_000;
    private static final int MOST_POLLS = 1_200;

    static ServedHouse open(Path folder) {
        var log = folder.resolve("server.log");
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
                        String.valueOf(Bystander.freePort()),
                        "--data",
                        folder.resolve("data").toString()));
        var server = Bystander.start(command, log);
        return new ServedHouse(server, firstLine(server, log));
    }

    private static String firstLine(Bystander server, Path log) {
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
