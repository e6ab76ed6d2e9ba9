package musette.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import musette.wire.Wire;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Results by month, and as a calendar that programs subscribe to.
class ResultCalendarTest {
    private static House house;

    @BeforeAll
    static void open() {
        house = House.open(Instant.parse("2023-05-20T15:20:00Z"));
        put("# race: Ronde, van; het Pajottenland\n# date: 2023-03-31\n# class: 1.1\n");
        put("# race: Itzulia\n# year: 2023\n# date: 2023-04-03\n# stage: 1\n# place: Labastida\n");
        put("# race: Itzulia\n# year: 2023\n# stage: 1\n# classification: points\n");
        put("# race: Itzulia\n# date: 2023-04-08\n# standing: official\n");
        put("# race: A race without a day\n# year: 2023\n");
        put("# race: Itzulia\n# date: 2023-04-08\n# classification: start-list\n");
        put("# race: Brussels Classic\n# date: 2023-06-04\n# classification: start-list\n");
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void a_month_shows_what_ended_day_by_day_and_leads_to_the_next_with_something() {
        var page = new Visit(house).get("/calendar/2023/4").body();
        var text = page.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");

        assertThat(text)
                .contains(
                        "Monday 3 April Itzulia, stage 1 provisional Labastida Íñigo de la Peña",
                        "Saturday 8 April Itzulia Íñigo de la Peña")
                .doesNotContain("points", "without a day", "Pajottenland", "start list");
        assertThat(page)
                .contains("href=\"/calendar/2023/3\" rel=\"prev\"")
                .contains("href=\"/calendar/2023/6\" rel=\"next\"");
        assertThat(new Visit(house).get("/calendar/2023/5").body())
                .contains("No result of ours is of this month.", "← April 2023");
        assertThat(new Visit(house).get("/calendar/2023/6").body())
                .contains("/races/brussels-classic/2023/start-list", "Brussels Classic, start list")
                .doesNotContain("rel=\"next\"");
    }

    @Test
    void without_a_month_it_is_the_latest_one_and_one_that_never_was_is_not_found() {
        assertThat(Visit.target(new Visit(house).get("/calendar"))).isEqualTo("/calendar/2023/4");
        assertThat(new Visit(house).get("/calendar/2023/13").statusCode()).isEqualTo(404);
        assertThat(new Visit(house).get("/calendar/20230/1").statusCode()).isEqualTo(404);
    }

    @Test
    void programs_subscribe_to_it() {
        var answer = new Visit(house).get("/calendar.ics");
        var lines = answer.body().split("\r\n", -1);

        assertThat(answer.headers().firstValue("Content-Type"))
                .contains("text/calendar;charset=UTF-8");
        assertThat(Arrays.stream(lines))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8))
                                .hasSizeLessThanOrEqualTo(75));
        assertThat(answer.body().replace("\r\n ", "").lines())
                .contains(
                        "BEGIN:VCALENDAR",
                        "DTSTART;VALUE=DATE:20230403",
                        "SUMMARY:Ronde\\, van\\; het Pajottenland: Íñigo de la Peña",
                        "SUMMARY:Itzulia\\, stage 1: Íñigo de la Peña",
                        "LOCATION:Labastida",
                        "URL:" + house.address("/races/itzulia/2023/stage-1"),
                        "END:VCALENDAR");
        assertThat(answer.body().lines().filter("BEGIN:VEVENT"::equals)).hasSize(4);
    }

    private static void put(String head) {
        var file = head + "place,bib,family,given,team\n1,7,de la Peña,Íñigo,Cofidis\n";
        house.ask(Wire.class)
                .receive(
                        "result.csv",
                        new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)),
                        "Ane Lasa");
    }
}
