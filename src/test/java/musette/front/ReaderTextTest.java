package musette.front;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import musette.pages.Moment;
import musette.racing.Edition;
import musette.racing.Placing;
import musette.racing.Race;
import musette.racing.Result;
import musette.racing.ResultKey;
import musette.racing.ResultRow;
import musette.racing.Rider;
import musette.racing.Team;
import musette.text.Document;
import org.junit.jupiter.api.Test;

class ReaderTextTest {
    private static final Team COFIDIS = new Team(1, 2023, "Cofidis", "Cofidis");

    @Test
    void each_name_leads_to_its_page_where_it_stands_first() {
        var names = new ReaderText(Optional.of(result()), Map.of(), Map.of(), ReaderTextTest::time);

        assertThat(text(names, "Ion Izagirre (Cofidis) won. Ion Izagirre was alone."))
                .isEqualTo(
                        "[Ion Izagirre /riders/ion-izagirre] ([Cofidis /teams/cofidis/2023]) won."
                                + " Ion Izagirre was alone.");
        assertThat(text(names, "The Gran Premio Miguel Indurain is Ion Izagirre's."))
                .isEqualTo("The [Gran Premio Miguel Indurain /races/gp/2023] is Ion Izagirre's.");
    }

    @Test
    void half_a_name_and_a_longer_word_lead_nowhere_and_the_longest_name_counts() {
        var names = new ReaderText(Optional.of(result()), Map.of(), Map.of(), ReaderTextTest::time);

        assertThat(text(names, "Izagirre, Cofidiswein and Ion Izagirre Insausti were there."))
                .isEqualTo(
                        "Izagirre, Cofidiswein and [Ion Izagirre Insausti"
                                + " /riders/ion-izagirre-insausti] were there.");
    }

    @Test
    void without_a_result_and_in_a_heading_nothing_leads_anywhere() {
        assertThat(
                        text(
                                new ReaderText(
                                        Optional.empty(), Map.of(), Map.of(), ReaderTextTest::time),
                                "Ion Izagirre won."))
                .isEqualTo("Ion Izagirre won.");
        var heading =
                new Document.Heading(List.of(new Document.Inline.Text("Ion Izagirre, alone")));
        assertThat(
                        new ReaderText(
                                        Optional.of(result()),
                                        Map.of(),
                                        Map.of(),
                                        ReaderTextTest::time)
                                .of(new Document(List.of(heading))))
                .containsExactly(new Passage.Heading("Ion Izagirre, alone"));
    }

    private static Moment time(Instant at) {
        return Moment.full(at, ZoneOffset.UTC);
    }

    private static String text(ReaderText names, String words) {
        var block = new Document.Paragraph(List.of(new Document.Inline.Text(words)));
        return ((Passage.Paragraph) names.of(new Document(List.of(block))).getFirst())
                .runs().stream().map(ReaderTextTest::text).collect(Collectors.joining());
    }

    private static String text(Passage.Run run) {
        return run.leads() ? "[%s %s]".formatted(run.words(), run.address()) : run.words();
    }

    private static Result result() {
        var race = new Race(1, "gp", "Gran Premio Miguel Indurain", null, null);
        var edition =
                new Edition(
                        1,
                        race,
                        2023,
                        race.name(),
                        Race.Kind.ROAD,
                        null,
                        null,
                        null,
                        null,
                        null,
                        Edition.Status.HELD);
        return new Result(
                1,
                edition,
                null,
                ResultKey.Classification.GENERAL,
                1,
                Result.Standing.OFFICIAL,
                Instant.EPOCH,
                "",
                "",
                null,
                null,
                null,
                0,
                Stream.of("Izagirre", "Izagirre Insausti").map(ReaderTextTest::row).toList());
    }

    private static ResultRow row(String family) {
        var slug = "ion-" + family.toLowerCase(Locale.ROOT).replace(' ', '-');
        var rider = new Rider(1, null, family, "Ion", "Ion " + family, slug, null, null);
        var placing =
                new Placing(null, false, null, null, null, false, Placing.Status.DNF, null, "", 1);
        return new ResultRow(rider, COFIDIS, placing, null, null);
    }
}
