package musette.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A house that was put together by its list of parts, as the launcher starts it, is the whole
/// house.
class PartsListTest {
    private static final String HOME = System.getProperty("java.home");

    @TempDir Path folder;

    @Test
    void a_house_that_is_put_together_by_its_list_answers_and_takes_a_result() throws Exception {
        var parts = folder.resolve("parts.jar");
        var data = folder.resolve("data").toString();
        run("bin/parts", program(), parts.toString());

        var server = musette(parts, "serve", "--no-demo", "--port", "0", "--data", data);
        try (var words = reader(server)) {
            var site = siteIn(words);
            assertThat(get(site)).contains("<!doctype html>", "Musette");
            assertThat(get(site + "desk/sign-in")).contains("Sign in");
            assertThat(get(site + "health")).contains("UP");

            var told =
                    said(
                            musette(
                                    parts,
                                    "import",
                                    "--yes",
                                    "--data",
                                    data,
                                    "demo/gran-premio-miguel-indurain-2023.csv"));
            assertThat(told).contains("stored as revision 1");
            assertThat(get(site + "races")).contains("Gran Premio Miguel Indurain");
        } finally {
            server.destroy();
            server.waitFor();
        }
    }

    /// The program without its tests.
    private static String program() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Process musette(Path parts, String... words) throws IOException {
        var line =
                new ArrayList<>(
                        List.of(
                                Path.of(HOME, "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-Dspring.aot.enabled=true",
                                "-cp",
                                parts + File.pathSeparator + program(),
                                "musette.Musette"));
        line.addAll(List.of(words));
        return process(line.toArray(String[]::new));
    }

    private static void run(String... line) throws Exception {
        var process = process(line);
        var words = said(process);
        assertThat(process.waitFor()).as(words).isZero();
    }

    private static Process process(String... line) throws IOException {
        var builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", HOME);
        return builder.start();
    }

    private static String said(Process process) throws IOException {
        try (var words = reader(process)) {
            return words.lines().collect(Collectors.joining("\n"));
        }
    }

    private static BufferedReader reader(Process process) {
        return new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    private static String siteIn(BufferedReader words) {
        return words.lines()
                .filter(line -> line.startsWith("site "))
                .map(line -> line.substring("site ".length()).strip())
                .findFirst()
                .orElseThrow();
    }

    private static String get(String address) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var answer =
                    http.send(
                            HttpRequest.newBuilder(URI.create(address)).build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(address).isEqualTo(200);
            return answer.body();
        }
    }
}
