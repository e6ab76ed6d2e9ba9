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
