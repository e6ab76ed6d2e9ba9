package musette.ops;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import musette.store.DataFolder;
import musette.store.EventRetries;

/// The house a command works on: the server that runs on the data folder, or one opened just for
/// this command and closed after it.
final class LocalOrRunningApp {
    /// Nobody but this command is to find the house, and it doesn't start anybody's publication.
    private static final List<String> UNSEEN =
            List.of("--server.port=0", "--musette.ops.demo=false");

    /// Links that a task prints are for the server that will be started next.
    private static final Map<String, Object> WHERE_IT_WILL_BE =
            Map.of("musette.site.address", "http://127.0.0.1:8017");

    /// A result has its flash drafted before the house closes again.
    private static final Duration FOLLOW_UPS = Duration.ofSeconds(20);

    private final Class<?> program;
    private final DataFolder folder;

    LocalOrRunningApp(Class<?> program, Arguments arguments) {
        this.program = program;
        this.folder = Serve.folder(arguments);
    }

    /// Has the task done and prints what it tells.
    int run(String task, List<String> words) {
        return run(task, words, "", InputStream::nullInputStream);
    }

    int run(String task, List<String> words, Path file) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new CommandFailed("There is no file %s that can be read.".formatted(file));
        }
        return run(task, words, file.getFileName().toString(), () -> open(file));
    }

    private int run(
            String task, List<String> words, String fileName, Supplier<InputStream> content) {
        var lock = folder.lock();
        if (lock.isEmpty()) {
            System.out.println(askTheServer(task, words, fileName, content));
            return 0;
        }
        // Held for this command only: the next file of the same line takes it again.
        try (var _ = lock.get();
                var house = Serve.house(program, folder, UNSEEN, WHERE_IT_WILL_BE);
                var bytes = content.get()) {
            var known =
                    house.getBeanProvider(OperatorTask.class).stream()
                            .filter(c -> c.name().equals(task))
                            .findFirst()
                            .orElseThrow();
            System.out.println(known.run(new OperatorTask.Order(words, fileName, bytes)));
            if (!house.getBean(EventRetries.class).awaitQuiet(FOLLOW_UPS)) {
                System.err.println("What follows from it is not done yet; the next start goes on.");
            }
            return 0;
        } catch (IOException e) {
            throw new CommandFailed("The file could not be read to its end.");
        }
    }

    private String askTheServer(
            String task, List<String> words, String fileName, Supplier<InputStream> content) {
        var query =
                words.stream()
                        .map(word -> "word=" + URLEncoder.encode(word, StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
        var request =
                HttpRequest.newBuilder(
                                URI.create(
                                        "http://127.0.0.1:%s/ops/tasks/%s?%s"
                                                .formatted(Serve.portOf(folder), task, query)))
                        .header(
                                "Authorization",
                                "Bearer " + HexFormat.of().formatHex(folder.secret("operator")))
                        .header(
                                OperatorTaskEndpoint.FILE_NAME,
                                URLEncoder.encode(fileName, StandardCharsets.UTF_8))
                        .POST(HttpRequest.BodyPublishers.ofInputStream(content))
                        .build();
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new CommandFailed(answer.body());
            }
            return answer.body();
        } catch (ConnectException e) {
            throw new CommandFailed(
                    "Musette is starting on %s; try again in a moment.".formatted(folder.path()));
        } catch (IOException e) {
            throw new CommandFailed("The running Musette did not answer: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailed("Interrupted.");
        }
    }

    private static InputStream open(Path file) {
        try {
            return Files.newInputStream(file);
        } catch (IOException e) {
            throw new CommandFailed("The file %s can't be read.".formatted(file));
        }
    }
}
