package musette.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import musette.racing.Indurain;
import musette.racing.Result;
import musette.racing.Stored;
import musette.site.ExampleSite;
import org.junit.jupiter.api.Test;

/// Results as a calendar that other programs read.
class IcalendarTest {
    @Test
    void a_result_is_one_event_of_its_day() {
        assertThat(of(Stored.of(Indurain.official())).lines())
                .containsExactly(
                        "BEGIN:VCALENDAR",
                        "VERSION:2.0",
                        "PRODID:-//Musette//Results//EN",
                        "X-WR-CALNAME:Results · Musette",
                        "BEGIN:VEVENT",
                        "UID:https://musette.example/races/gran-premio-miguel-indurain/2023",
                        "DTSTAMP:20230401T151200Z",
                        "SEQUENCE:0",
                        "DTSTART;VALUE=DATE:20230401",
                        "SUMMARY:Gran Premio Miguel Indurain: Ion Izagirre",
                        "LOCATION:Estella",
                        "URL:https://musette.example/races/gran-premio-miguel-indurain/2023",
                        "TRANSP:TRANSPARENT",
                        "END:VEVENT",
                        "END:VCALENDAR");
    }

    @Test
    void what_has_no_day_is_not_in_a_calendar() {
        var undated = Stored.of("# race: Tour\n# year: 2023\nplace,family,given\n1,Kron,Andreas");

        assertThat(of(undated)).doesNotContain("VEVENT");
    }

    @Test
    void signs_that_mean_something_there_are_written_out() {
        var odd =
                Stored.of(
                        "# race: Alpe; \\Adria, Tour\n# date: 2023-04-01\n"
                                + "place,family,given\n1,Kron,Andreas");

        assertThat(of(odd)).contains("SUMMARY:Alpe\\; \\\\Adria\\, Tour: Andreas Kron\r\n");
    }

    @Test
    void long_lines_are_folded_between_letters_and_come_back_whole() {
        var name = "Ünïted Tøur öf Längst Nåmes ".repeat(6).strip();
        var calendar =
                of(
                        Stored.of(
                                "# race: %s\n# date: 2023-04-01\nplace,family,given\n1,Kron,Andreas"
                                        .formatted(name)));

        assertThat(calendar.split("\r\n", -1))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8).length)
                                .isLessThanOrEqualTo(75));
        assertThat(calendar.replace("\r\n ", ""))
                .contains("SUMMARY:" + name + ": Andreas Kron\r\n");
    }

    private static String of(Result result) {
        return Icalendar.of("Musette", ExampleSite.ADDRESS, List.of(result));
    }
}
