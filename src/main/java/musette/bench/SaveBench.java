package musette.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// The desk with ten thousand stories: from words that are saved to a reader's page that has them,
/// steps of four windows in one story, and the queue.
final class SaveBench implements Bench {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int STORIES = 10_000;
    private static final int SAVES = 200;
    private static final int WINDOWS = 4;
    private static final int BATCHES_A_WINDOW = 250;
    private static final int STEPS_A_BATCH = 5;
    private static final int MOST_LOOKS = 500;

    @Override
    public String name() {
        return "save";
    }

    @Override
    public String summary() {
        return "saving and publishing among 10,000 stories, and four windows in one story";
    }

    @Override
    public Map<String, Object> run(Wishes wishes, PrintStream people) {
        var folder = Scratch.folder();
        try (var house = ServedHouse.open(folder);
                var client = Client.of(house.address())) {
            var data = ServedHouse.data(folder);
            DeskBench.addStories(JdbcClient.create(PostgresBeside.of(data).database()), STORIES);
            KillLoad.signIn(client, data);
            var saves = wishes.rounds().orElse(SAVES);
            var live = saveAndPublish(client, saves);
            var queue = new Timings();
            for (int i = 0; i < saves; i++) {
                queue.ask(client, "/desk", status -> status == 200);
            }
            var figures = new LinkedHashMap<String, Object>();
            figures.put("stories", STORIES);
            figures.put("saves", saves);
            figures.put("save_to_live_median_ms", live.millis(0.5));
            figures.put("save_to_live_p95_ms", live.millis(0.95));
            figures.put("queue_p95_ms", queue.millis(0.95));
            together(house.address(), data, figures);
            return figures;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            Scratch.delete(folder);
        }
    }

    private static Timings saveAndPublish(Client client, int saves) throws IOException {
        var story = open(client, "Saved and published");
        var token = Client.field(client.get(story), "_csrf");
        var timings = new Timings();
        for (int save = 1; save <= 2 * saves; save++) {
            var start = System.nanoTime();
            var words = "Word %d.".formatted(save);
            var saved = write(client, story, token, "one", version(client, story), words);
            expect(
                    client.post(
                            story + "/publication",
                            "_csrf",
                            token,
                            "version",
                            Integer.toString(
                                    JSON.readTree(saved.body()).path("version").intValue())),
                    303,
                    words);
            awaitOnPage(client, words);
            if (save > saves) { // The first half warms.
                timings.add(System.nanoTime() - start, true);
            }
        }
        return timings;
    }

    private static void awaitOnPage(Client reader, String words) throws IOException {
        for (int look = 0; look < MOST_LOOKS; look++) {
            if (reader.get("/saved-and-published").body().contains(words)) {
                return;
            }
        }
        throw new IOException("the page does not say what was published: " + words);
    }

    private static int version(Client client, String story) throws IOException {
        return JSON.readTree(client.get(story + "/steps?since=-1").body())
                .path("version")
                .intValue();
    }

    /// Four windows in one story; who comes second asks what came first and sends again.
    private static void together(String site, Path data, Map<String, Object> figures)
            throws IOException {
        var again = new AtomicInteger();
        try (var client = Client.of(site);
                var windows = Executors.newVirtualThreadPerTaskExecutor()) {
            KillLoad.signIn(client, data);
            var story = open(client, "Written together");
            var start = System.nanoTime();
            var all = new ArrayList<Callable<Boolean>>();
            for (int window = 1; window <= WINDOWS; window++) {
                var name = "window-" + window;
                all.add(() -> writeOn(client, story, name, again));
            }
            for (var done : windows.invokeAll(all)) {
                done.get();
            }
            var seconds = (System.nanoTime() - start) / 1e9;
            var steps = WINDOWS * BATCHES_A_WINDOW * STEPS_A_BATCH;
            figures.put("windows", WINDOWS);
            figures.put("steps", steps);
            figures.put("sent_again", again.get());
            figures.put("ordered", version(client, story) == 1 + WINDOWS * BATCHES_A_WINDOW);
            figures.put("steps_per_s", Math.round(steps / seconds));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IOException(e);
        }
    }

    private static boolean writeOn(Client client, String story, String name, AtomicInteger again)
            throws IOException {
        var token = Client.field(client.get(story), "_csrf");
        var version = version(client, story);
        for (int batch = 0; batch < BATCHES_A_WINDOW; batch++) {
            var words = name + " " + batch;
            var answer = write(client, story, token, name, version, words);
            while (answer.statusCode() == 409) {
                again.incrementAndGet();
                version = JSON.readTree(answer.body()).path("version").intValue();
                answer = write(client, story, token, name, version, words);
            }
            expect(answer, 200, words);
            version = JSON.readTree(answer.body()).path("version").intValue();
        }
        return true;
    }

    private static HttpResponse<String> write(
            Client client, String story, String token, String window, int version, String words)
            throws IOException {
        var step =
                """
                {"stepType":"replace","from":30,"to":30,"slice":{"content":[{"type":"text","text":"w"}]}}\
                """;
        var body =
                """
                {"version":%d,"client":"%s","steps":[%s],"story":{"type":"story","content":[
                {"type":"kicker"},
                {"type":"headline","content":[{"type":"text","text":"Saved and published"}]},
                {"type":"standfirst"},
                {"type":"paragraph","content":[{"type":"text","text":"%s"}]},
                {"type":"paragraph","content":[{"type":"text","text":"%s"}]}]}}
                """
                        .formatted(
                                version,
                                window,
                                String.join(",", Collections.nCopies(STEPS_A_BATCH, step)),
                                words,
                                "The rest of a report. ".repeat(150));
        return client.send(
                client.request(story + "/steps")
                        .header("Sec-Fetch-Site", "same-origin")
                        .header("Content-Type", "application/json")
                        .header("Accept", "application/json")
                        .header("X-XSRF-TOKEN", token)
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static String open(Client client, String headline) throws IOException {
        var token = Client.field(client.get("/desk"), "_csrf");
        var opened = client.post("/desk/stories", "_csrf", token, "headline", headline);
        expect(opened, 303, headline);
        return opened.headers().firstValue("Location").orElseThrow(IOException::new);
    }

    private static void expect(HttpResponse<String> answer, int status, String what)
            throws IOException {
        if (answer.statusCode() != status) {
            throw new IOException(
                    "%s: answered %d %s".formatted(what, answer.statusCode(), answer.body()));
        }
    }
}
