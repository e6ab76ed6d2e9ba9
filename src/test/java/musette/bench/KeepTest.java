package musette.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import musette.journeys.Eyes;
import musette.journeys.Writer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// Somebody writes while window, network and server are killed, again and again. Every letter typed
/// must be in the story in the end. `./musette bench keep` does it five hundred times.
class KeepTest {
    private static final int KILLS = Integer.getInteger("test.kills", 5);
    private static final long SEED = 20_261_128;
    private static final int KILLS_A_PARAGRAPH = 12;
    private static final int KILLS_TOLD = 25;

    private final Random random = new Random(SEED);
    private final StringBuilder typed = new StringBuilder();

    @TempDir Path folder;
    private Writer writer;
    private ExternalProcess server;
    private int port;

    @Test
    @Timeout(value = 1, unit = TimeUnit.HOURS)
    void every_letter_typed_outlives_window_network_and_server() throws IOException {
        port = ExternalProcess.freePort();
        server = ServedHouse.launch(folder, port);
        try (var eyes = new Eyes();
                var context = eyes.context()) {
            var site = ServedHouse.awaitAddress(server, folder);
            var story = begin(context, site);
            writer = Writer.open(context.newPage(), story).atEnd();
            for (int kill = 1; kill <= KILLS; kill++) {
                type(kill);
                switch (random.nextInt(10)) {
                    case 0 -> killServer();
                    case 1, 2, 3 -> cutNetwork();
                    default -> killWindow(context, story);
                }
                writer.atEnd();
                if (kill % KILLS_TOLD == 0) {
                    System.out.printf("  %d of %d kills%n", kill, KILLS);
                }
            }
            writer.type(" ").awaitSaved();
            report(lost(context, story));
        } finally {
            server.close();
        }
    }

    private String begin(BrowserContext context, String site) throws IOException {
        var key = Files.readString(ServedHouse.data(folder).resolve("keys/operator"));
        var page = context.newPage();
        try (var client = Client.of(site)) {
            var link =
                    client.send(
                            client.request("/ops/tasks/owner")
                                    .header("Authorization", "Bearer " + key)
                                    .POST(HttpRequest.BodyPublishers.noBody()));
            page.navigate(link.body().strip());
        }
        page.locator("main .button").click();
        page.waitForURL("**/desk");
        page.locator("input[name=headline]").fill("Kept");
        page.locator("input[name=headline]").press("Enter");
        page.waitForURL("**/desk/stories/*");
        return page.url();
    }

    /// Letters with the number of the kill that follows, and a pause or none.
    private void type(int kill) {
        var word =
                IntStream.range(0, 3 + random.nextInt(15))
                        .mapToObj(i -> String.valueOf((char) ('a' + random.nextInt(26))))
                        .collect(Collectors.joining("", " " + kill, ""));
        if (kill % KILLS_A_PARAGRAPH == 0) {
            writer.type("\n");
        }
        writer.type(word);
        typed.append(word);
        LockSupport.parkNanos(random.nextInt(900) * 1_000_000L);
    }

    private void killWindow(BrowserContext context, String story) {
        var page = writer.page();
        try {
            page.navigate("chrome://crash");
        } catch (PlaywrightException e) {
            assertThat(e).hasMessageContaining("crash");
        }
        writer = Writer.open(context.newPage(), story);
        page.close();
    }

    private void cutNetwork() {
        var page = writer.page();
        page.route("**/steps", Route::abort);
        writer.atEnd().type("~");
        typed.append("~");
        page.waitForTimeout(random.nextInt(1_500));
        page.unroute("**/steps");
    }

    private void killServer() {
        server.kill();
        writer.atEnd().type("!");
        typed.append("!");
        server = ServedHouse.launch(folder, port);
        ServedHouse.awaitAddress(server, folder);
    }

    /// How many letters of what was typed are not in the story that the newsroom has.
    private int lost(BrowserContext context, String story) {
        var json = context.request().get(story + "/steps?since=-1").text();
        var text = new StringBuilder();
        JsonMapper.shared()
                .readTree(json)
                .path("story")
                .findValuesAsString("text")
                .forEach(text::append);
        var expected = typed.toString().replace(" ", "");
        var kept = text.toString().replace(" ", "").replaceFirst("^Kept", "");
        if (kept.equals(expected)) {
            return 0;
        }
        System.err.println("typed " + expected + "\nkept  " + kept);
        return Math.max(1, expected.length() - kept.length());
    }

    private void report(int lost) throws IOException {
        var figures =
                "{\"bench\":\"keep\",\"seed\":%d,\"kills\":%d,\"characters\":%d,\"lost\":%d}"
                        .formatted(SEED, KILLS, typed.length(), lost);
        Files.writeString(Path.of("target/bench-keep.json"), figures + "\n");
        System.out.println(figures);
        assertThat(lost).isZero();
    }
}
