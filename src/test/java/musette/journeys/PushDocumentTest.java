package musette.journeys;

import static musette.journeys.Documents.first;
import static musette.journeys.Documents.read;
import static musette.journeys.Timing.await;
import static musette.journeys.Timing.file;
import static musette.journeys.Timing.head;
import static musette.journeys.Timing.json;
import static musette.journeys.Timing.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `docs/push.md` promises to whoever sends results, done as it is written there.
class PushDocumentTest {
    private static final Pattern ANSWER =
            Pattern.compile("(?m)^\\| (\\d{3}) \\| (?:`(\\w+)`)? ?\\| .* \\|$");
    private static final Pattern PROBLEM =
            Pattern.compile("\\b([45]\\d\\d)(?: with `[A-Za-z-]+`)? \\(");
    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");

    private static String document;
    private static House house;
    private static Timing timing;
    private static String token;

    @TempDir private static Path folder;

    @BeforeAll
    static void open() {
        document = read("docs/push.md");
        var setting = first("set `(musette\\.[a-z.]+folder)` to it", document).group(1);
        house = House.open(Instant.parse("2023-04-01T15:00:00Z"), setting + "=" + folder);
        timing = new Timing(house);
        token = timing.token("", true);
    }

    @AfterAll
    static void close() {
        timing.close();
        house.close();
    }

    @Test
    void a_whole_file_gets_each_answer_of_the_table() {
        var promised = new TreeMap<Integer, String>();
        ANSWER.matcher(document)
                .results()
                .forEach(line ->
                        promised.put(
                                Integer.valueOf(line.group(1)),
                                line.group(2) == null ? "" : line.group(2)));

        var answered = new TreeMap<Integer, String>();
        for (var answer :
                List.of(
                        timing.push("files", token, file("Tour of States", 3)),
                        timing.push("files", token, file("Tour of States", 3)),
                        timing.push("files", timing.token("", false), file("Tour of Looks", 3)),
                        timing.push("files", token, "nothing at all"))) {
            answered.put(answer.statusCode(), json(answer).path("state").asString(""));
            if (answer.statusCode() == 422) {
                assertThat(json(answer).path("title").asString()).endsWith(".");
            }
        }
        assertThat(answered).isEqualTo(promised);
    }

    @Test
    void a_tour_with_its_stages_is_taken_whole_and_each_result_is_answered() {
        var tour = tour("Tour of Stages", stage(1, "rank=\"1\""), stage(2, "rank=\"1\""));
        var waiting = timing.push("files", timing.token("", false), tour);
        assertThat(waiting.statusCode()).isEqualTo(202);
        assertThat(json(waiting).path(first("`(results)` holds", document).group(1)))
                .extracting(each -> each.path("state").asString())
                .containsExactly("waiting", "waiting");

        var ours = timing.token("Tour of Stages", true);
        var half = tour("Tour of Stages", stage(1, "rank=\"1\""), stage(2, "rank=\"first\""));
        var applied = timing.keyed(ours, "tour-1", half);
        assertThat(applied.statusCode()).isEqualTo(201);
        var results = json(applied).path("results");
        assertThat(results.path(0).path("state").asString()).isEqualTo("applied");
        assertThat(results.path(0).path("rows").asInt()).isEqualTo(1);
        assertThat(results.path(1).path("state").asString())
                .isEqualTo(first("is `(declined)`", document).group(1));
        assertThat(results.path(1).path("file").asString()).endsWith("(2 of 2)");
        assertThat(results.path(1).path("title").asString()).contains("'first'");
        assertThat(timing.keyed(ours, "tour-1", half).body()).isEqualTo(applied.body());
        assertThat(timing.push("files", ours, tour).statusCode()).isEqualTo(201);
        assertThat(timing.push("files", ours, tour).statusCode()).isEqualTo(200);
        assertThat(new Visit(house).get("/races/tour-of-stages/2023/stage-2").body())
                .contains("Rider 2");

        var other = tour("Tour of Others", stage(1, "rank=\"1\""), stage(2, "rank=\"1\""));
        assertThat(timing.push("files", ours, other).statusCode()).isEqualTo(403);
        var nothing = tour("Tour of Stages", stage(1, "rank=\"x\""), stage(2, "rank=\"x\""));
        assertThat(timing.push("files", ours, nothing).statusCode()).isEqualTo(422);
    }

    private static String tour(String name, String... stages) {
        return """
        <sports-content><tournament><tournament-metadata><name>%s</name></tournament-metadata>
        %s</tournament></sports-content>
        """
                .formatted(name, String.join("\n", stages));
    }

    private static String stage(int number, String rank) {
        return """
        <tournament-part><tournament-part-metadata stage-name="Stage %1$d" number="%1$d"/>
        <sports-event><event-metadata start-date-time="2023-04-0%1$dT12:00:00Z"/>
        <player><player-metadata><name part="n:family">Rider %1$d</name>
        <name part="n:given">Ann</name></player-metadata>
        <player-stats score="04:00:00" score-units="u:time-absolute" %2$s/></player>
        </sports-event></tournament-part>
        """
                .formatted(number, rank);
    }

    @Test
    void every_problem_that_it_names_is_answered_so() {
        var named =
                PROBLEM.matcher(first("Problems are JSON.*", document).group())
                        .results()
                        .map(problem -> Integer.valueOf(problem.group(1)))
                        .toList();
        var large = head("Tour of Size") + "x".repeat(17_000_000);
        var answers =
                Map.of(
                        400,
                        timing.send("files", token, "application/x-www-form-urlencoded", "", null),
                        401,
                        timing.push("files", "musette_made-up", file("Tour of Doors", 1)),
                        403,
                        timing.push(
                                "files",
                                timing.token("Tour of Doors", true),
                                file("Tour of Others", 1)),
                        413,
                        timing.push("files", token, large));
        answers.forEach(PushDocumentTest::isProblem);
        assertThat(named)
                .as("503 is played where the database goes away")
                .containsAll(answers.keySet())
                .hasSize(answers.size() + 1)
                .contains(503);
    }

    private static void isProblem(int status, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("application/problem+json");
        assertThat(json(answer).path("title").asString()).endsWith(".");
    }

    @Test
    void a_row_is_taken_away_where_it_says_and_comes_back_as_it_says() {
        var removal = first("sent once more, to `/push/(rows/[a-z]+)`", document).group(1);
        var line = first("\\(in CSV a line `(# version: 2)`\\)", document).group(1);
        var head = head("Tour of Doubt");
        timing.push("rows", token, head + row(1) + row(2));
        await(() -> timing.page("tour-of-doubt").body().contains("Rider 2"));

        timing.push(removal, token, head + row(2));
        await(() -> !timing.page("tour-of-doubt").body().contains("Rider 2"));
        timing.push("rows", token, line + "\n" + head + row(2));
        await(() -> timing.page("tour-of-doubt").body().contains("Rider 2"));
    }

    @Test
    void files_of_the_folder_go_where_it_says_and_some_names_are_left_alone() throws IOException {
        var section = document.substring(document.indexOf("## A folder"));
        var taken = first("moved to `(\\w+)` below the folder", section).group(1);
        var refused = first("goes to `(\\w+)`, with a note", section).group(1);
        var endings = QUOTED.matcher(first("end in (.*?), are left", section).group(1)).results();
        var leftAlone = endings.map(ending -> "stage.csv" + ending.group(1)).toList();
        assertThat(leftAlone).hasSizeGreaterThan(3);
        for (var name : leftAlone) {
            Files.writeString(folder.resolve(name), file("Tour of Crumbs", 2));
        }
        Files.writeString(folder.resolve(".stage.csv"), file("Tour of Crumbs", 2));
        Files.writeString(folder.resolve("stage.csv"), file("Tour of Folders", 2));
        Files.writeString(folder.resolve("noise.csv"), "nothing at all");

        await(() -> Files.exists(folder.resolve(taken).resolve("stage.csv")));
        await(() -> Files.exists(folder.resolve(refused).resolve("noise.csv")));
        try (var notes = Files.list(folder.resolve(refused))) {
            assertThat(notes).hasSize(2);
        }
        assertThat(leftAlone).allMatch(name -> Files.exists(folder.resolve(name)));
        assertThat(folder.resolve(".stage.csv")).exists();
        assertThat(timing.page("tour-of-folders").statusCode()).isEqualTo(404); // Waits for a look.
    }
}
