package musette.journeys;

import static musette.journeys.Documents.blocks;
import static musette.journeys.Documents.first;
import static musette.journeys.Documents.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import musette.site.Address;
import musette.staff.StaffLinks;
import musette.wire.ParsedFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What README and docs tell somebody to do, done as it is written there.
class DocumentsTest {
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)(#[^)\\s]*)?\\)");
    private static final Pattern ADDRESS =
            Pattern.compile("`(/(?:health|races|subscribe|push)[a-z0-9/.-]*)`");

    private static House house;
    private static Visit owner;
    private static String token;

    @BeforeAll
    static void open() {
        house = House.open(Instant.parse("2023-04-01T15:00:00Z"), "musette.ops.demo=true");
        owner = new Visit(house);
        owner.post(house.ask(StaffLinks.class).ownerPath());
        new Newsroom(house).awaitQuiet();
        var made = owner.post("/desk/results/senders", "name", "Timing", "live", "true").body();
        token = first("musette_[A-Za-z0-9_-]{20,}", made).group();
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void every_file_in_the_documents_is_read_without_a_row_set_aside() {
        var files = blocks("docs/results-v1.md", "csv", "json");
        assertThat(files).hasSizeGreaterThanOrEqualTo(5);
        for (var file : files) {
            var bytes = file.getBytes(StandardCharsets.UTF_8);
            var reading =
                    switch (ParsedFile.of("documents", new ByteArrayInputStream(bytes))) {
                        case ParsedFile.ParsedResult result -> result.reading();
                        case ParsedFile.ParsedWinners winners -> winners.reading();
                        case ParsedFile.Unreadable unreadable ->
                                throw new AssertionError(unreadable.sentence() + "\n" + file);
                    };
            assertThat(reading.quarantine()).as(file).isEmpty();
            assertThat(reading.unknownColumns()).as(file).isEmpty();
            assertThat(reading.rows()).as(file).isPositive();
        }
    }

    /// Each is followed by what it answers.
    @Test
    void the_commands_of_push_are_answered_as_it_says() {
        var commands = blocks("docs/push.md", "sh");
        var answers = blocks("docs/push.md", "json");
        assertThat(commands).hasSize(2).hasSameSizeAs(answers);
        var stage = blocks("docs/results-v1.md", "csv").get(1);
        for (int i = 0; i < commands.size(); i++) {
            var command = commands.get(i).replace("musette_…", token);
            var answer = house.send(Documents.curl(command, house::address, stage));
            assertThat(answer.statusCode()).as(answer.body()).isIn(201, 202);
            assertThat(keys(json(answer.body()))).isEqualTo(keys(json(answers.get(i))));
        }
        assertThat(house.get("/races/tour-of-the-lakes/2023/stage-2").body()).contains("Granit");
    }

    @Test
    void every_address_in_the_documents_is_there() {
        var missing = new TreeSet<String>();
        for (var document : Documents.all()) {
            ADDRESS.matcher(read(document))
                    .results()
                    .map(address -> address.group(1))
                    .filter(address -> !address.contains("tour-of-the-lakes"))
                    .filter(address -> house.get(address).statusCode() == 404)
                    .forEach(address -> missing.add(document + ": " + address));
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void every_link_in_the_documents_leads_to_a_file_and_a_heading() {
        var broken = new TreeSet<String>();
        for (var document : Documents.all()) {
            var folder = Path.of(document).toAbsolutePath().getParent();
            LINK.matcher(read(document))
                    .results()
                    .filter(link -> !link.group(1).contains(":"))
                    .filter(link -> !leads(folder.resolve(link.group(1)), link.group(2)))
                    .forEach(link -> broken.add(document + ": " + link.group()));
        }
        assertThat(broken).isEmpty();
    }

    /// Those of `docs/operating.md` for a house behind a proxy, each in a block of its own.
    @Test
    void settings_behind_a_proxy_do_what_it_says() {
        var settings =
                blocks("docs/operating.md", "").stream()
                        .map(String::strip)
                        .filter(block -> block.matches("musette\\.[a-z.-]+=\\S+"))
                        .toArray(String[]::new);
        assertThat(settings).hasSizeGreaterThanOrEqualTo(2);
        try (var behind = House.open(Instant.parse("2023-04-01T15:00:00Z"), settings)) {
            var address = behind.ask(Address.class).of("/desk");
            assertThat(settings).contains("musette.site.address=" + address.replace("/desk", ""));
            var request =
                    HttpRequest.newBuilder(URI.create(behind.localAddress("/sign-in")))
                            .header("X-Forwarded-For", "203.0.113.9")
                            .build();
            assertThat(behind.send(request).headers().allValues("Set-Cookie"))
                    .isNotEmpty()
                    .allMatch(cookie -> cookie.contains("Secure"));
        }
    }

    private static boolean leads(Path file, String heading) {
        return Files.exists(file)
                && (heading == null || read(file.toString()).lines().anyMatch(isHeading(heading)));
    }

    private static java.util.function.Predicate<String> isHeading(String anchor) {
        return line ->
                line.startsWith("#")
                        && line.replaceFirst("^#+ ", "")
                                .toLowerCase(java.util.Locale.ROOT)
                                .replaceAll("[^\\p{L}\\p{N} -]", "")
                                .replace(' ', '-')
                                .equals(anchor.substring(1));
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    private static List<String> keys(JsonNode object) {
        return object.propertyNames().stream().sorted().toList();
    }
}
