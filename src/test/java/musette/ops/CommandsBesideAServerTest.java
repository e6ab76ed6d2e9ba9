package musette.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every command that works on a data folder, while a server runs on it.
class CommandsBesideAServerTest {
    private static final String RESULT = "demo/gran-premio-miguel-indurain-2023.csv";

    @TempDir private static Path folder;
    private static ServedProgram server;
    private static String site;

    private final Console console = new Console();

    @BeforeAll
    static void serve() {
        server = ServedProgram.start(folder.resolve("data"), "--no-demo");
        site = server.address("");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void import_tells_what_waits_and_puts_in_at_once_when_asked() throws Exception {
        assertThat(console.run("import", RESULT, "--data", data())).isZero();
        assertThat(console.out()).contains("official, 17 rows", "It waits at " + site + "/desk/");
        assertThat(read("/races").statusCode()).isEqualTo(200);
        assertThat(read("/races").body()).doesNotContain("Miguel Indurain");

        assertThat(console.run("import", "--yes", RESULT, "--data", data())).isZero();
        assertThat(console.out()).contains("stored as revision 1");
        assertThat(read("/races").body()).contains("Miguel Indurain");

        assertThat(console.run("import", "--yes", RESULT, "--data", data())).isZero();
        assertThat(console.out()).contains("nothing new");
    }

    @Test
    void what_the_server_can_not_read_is_one_sentence_and_keeps_no_other_back(@TempDir Path files)
            throws IOException {
        Files.writeString(files.resolve("a.csv"), "nothing\n");
        Files.writeString(
                files.resolve("b.csv"),
                "# race: Tour\n# year: 2023\nplace,family,given\n1,Doe,Ann\n");

        assertThat(console.run("import", "--yes", files.toString(), "--data", data())).isEqualTo(1);

        assertThat(console.err().strip())
                .startsWith("a.csv: The file does not say which race it is")
                .hasLineCount(1);
        assertThat(console.out()).startsWith("b.csv: stored as revision 1");
    }

    @Test
    void owner_prints_a_link_that_signs_in_once_and_ends_the_one_before() throws Exception {
        assertThat(console.run("owner", "--data", data())).isZero();
        var earlier = linkIn(console.out());
        assertThat(console.run("owner", "--data", data())).isZero();
        var link = linkIn(console.out());

        assertThat(link).startsWith(site + "/desk/sign-in/").isNotEqualTo(earlier);
        assertThat(read(URI.create(earlier).getPath()).body()).doesNotContain("<form");
        assertThat(read(URI.create(link).getPath()).body()).contains("<form");
    }

    @Test
    void a_second_server_is_refused_and_flash_needs_none() {
        assertThat(console.run("serve", "--data", data())).isEqualTo(1);
        assertThat(console.err()).contains("already running");

        assertThat(console.run("flash", RESULT)).isZero();
        assertThat(console.out()).contains("Ion Izagirre");
    }

    private static String data() {
        return folder.resolve("data").toString();
    }

    private static String linkIn(String printed) {
        var link = Pattern.compile("https?://\\S+").matcher(printed);
        assertThat(link.find()).as(printed).isTrue();
        return link.group();
    }

    private static HttpResponse<String> read(String path) throws Exception {
        try (var http = HttpClient.newBuilder().cookieHandler(new CookieManager()).build()) {
            return http.send(
                    HttpRequest.newBuilder(URI.create(site + path)).build(),
                    BodyHandlers.ofString());
        }
    }
}
