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
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import musette.store.DataFolder;
import musette.store.EventRetries;
import musette.store.Progress;
import picocli.CommandLine.ParseResult;

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

    private static final Duration BETWEEN_WORDS = Duration.ofSeconds(5);

    private final Class<?> program;
    private final DataFolder folder;

    /// What this command calls its work when it asks how far it is.
    private final String work = UUID.randomUUID().toString();

    LocalOrRunningApp(Class<?> program, ParseResult given) {
        this.program = program;
        this.folder = Serve.folder(given);
    }

    /// What a task is given.
    ///
    /// @param name a file's, without its path
    record Content(String name, Path file) {
        private static final Path NONE = Path.of("");
        private static final Path STANDARD_INPUT = Path.of("-");

        static Content none() {
            return new Content("", NONE);
        }

        static Content standardInput() {
            return new Content("standard input", STANDARD_INPUT);
        }

        static Content of(Path file) {
            return new Content(String.valueOf(file.getFileName()), file);
        }

        InputStream open() {
            if (file.equals(NONE)) {
                return InputStream.nullInputStream();
            }
            if (file.equals(STANDARD_INPUT)) {
                return System.in;
            }
            try {
                if (Files.isRegularFile(file)) {
                    return Files.newInputStream(file);
                }
            } catch (IOException e) {
                throw unreadable();
            }
            throw unreadable();
        }

        private CommandFailed unreadable() {
            return new CommandFailed("There is no file %s that can be read.".formatted(file));
        }
    }

    /// Has the task done and prints what it tells.
    int run(String task, List<String> words) {
        return run(task, words, List.of(Content.none()));
    }

    /// Has the task done with each of them, in one house. One that fails keeps no other back.
    ///
    /// @return the exit code: 0 where all went well
    int run(String task, List<String> words, List<Content> contents) {
        var lock = folder.lock();
        if (lock.isEmpty()) {
            return each(contents, content -> askTheServer(task, words, content), this::askHowFar);
        }
        try (var _ = lock.get();
                var house = Serve.house(program, folder, UNSEEN, WHERE_IT_WILL_BE)) {
            var known =
                    house.getBeanProvider(OperatorTask.class).stream()
                            .filter(c -> c.name().equals(task))
                            .findFirst()
                            .orElseThrow();
            var progress = house.getBean(Progress.class);
            int code =
                    each(
                            contents,
                            content -> progress.of(work, () -> done(known, words, content)),
                            () -> progress.latest(work).orElse(""));
            if (!house.getBean(EventRetries.class).awaitQuiet(FOLLOW_UPS)) {
                say("What follows from it is not done yet; the next start goes on.");
            }
            return code;
        } catch (IOException e) {
            throw new CommandFailed("The data folder could not be let go of.");
        }
    }

    private static String done(OperatorTask task, List<String> words, Content content) {
        try (var bytes = content.open()) {
            return task.run(new OperatorTask.Order(words, content.name(), bytes));
        } catch (IOException e) {
            throw new CommandFailed("The file could not be read to its end.");
        }
    }

    private static int each(
            List<Content> contents, Function<Content, String> work, Supplier<String> far) {
        int code = 0;
        for (var content : contents) {
            try {
                System.out.println(told(content, work, far));
            } catch (CommandFailed e) {
                say(contents.size() == 1 ? e.sentence() : content.name() + ": " + e.sentence());
                code = Math.max(code, e.exitCode());
            }
        }
        return code;
    }

    private static String told(
            Content content, Function<Content, String> work, Supplier<String> far) {
        try (var _ = AtWork.on(content.name(), BETWEEN_WORDS, far, LocalOrRunningApp::say)) {
            return work.apply(content);
        }
    }

    private static void say(String sentence) {
        System.err.println(sentence);
    }

    private String askTheServer(String task, List<String> words, Content content) {
        var query =
                words.stream()
                        .map(word -> "word=" + URLEncoder.encode(word, StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
        var request =
                request("/ops/tasks/%s?%s".formatted(task, query))
                        .header(
                                OperatorTaskEndpoint.FILE_NAME,
                                URLEncoder.encode(content.name(), StandardCharsets.UTF_8))
                        .header(OperatorTaskEndpoint.WORK, work)
                        .POST(HttpRequest.BodyPublishers.ofInputStream(content::open))
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

    /// Nothing where the server has no word for it just now; its work goes on.
    private String askHowFar() {
        try (var http = HttpClient.newHttpClient()) {
            var answer =
                    http.send(
                            request("/ops/progress/" + work).timeout(BETWEEN_WORDS).build(),
                            HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200 ? answer.body() : "";
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:%s%s".formatted(Serve.portOf(folder), path)))
                .header(
                        "Authorization",
                        "Bearer " + HexFormat.of().formatHex(folder.secret("operator")));
    }
}
