package musette.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import musette.racing.Result;
import musette.racing.Stored;
import musette.wire.ParsedFile.ParsedResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Files that a newsroom gave away once, and that every later one must still read as they were
/// meant.
class FilesOfOursTest {
    private static final String POINTS =
            """
            # results v1
            # race: Tour of the Lakes
            # slug: tour-of-the-lakes
            # year: 2023
            # date: 2023-07-25
            # stage: 2
            # classification: points
            # class: 2.Pro
            # place: Huy
            # country: BEL
            # gender: women
            # standing: official
            # licence: Free to use.
            place,bib,uci_id,family,given,nation,birth_date,team,status,points,note
            1,7,10009404647,Moreau,Rémi,FRA,1994-02-03,Aurora,,50.5,"took <a> ""short"" cut"
            2,8,,Bellini,Luca,ITA,,Granit,,44,
            ,9,,Roe,Bea,,,,OTL,,
            """;

    @ParameterizedTest
    @ValueSource(strings = {"points-of-ours.xml", "points-of-ours.jsonld"})
    void what_it_gave_away_in_another_form_is_read_as_its_own(String name) {
        var theirs = parsed(resource(name));
        var ours = parsed(POINTS);

        assertThat(theirs.isGuessed()).isFalse();
        assertThat(theirs.reading().quarantine()).isEmpty();
        assertThat(theirs.file())
                .usingRecursiveComparison()
                .ignoringFieldsMatchingRegexes(".*filed", ".*line")
                .isEqualTo(ours.file());
    }

    @Test
    void a_result_is_given_away_with_all_that_is_known_of_it() {
        assertThat(csv(Stored.of(POINTS), "Free to use.")).isEqualTo(POINTS);
        assertThat(csv(Stored.of(POINTS), "")).doesNotContain("licence");
    }

    @Test
    void what_every_race_is_is_left_out_and_what_only_some_are_is_told() {
        var race =
                """
                # results v1
                # race: Tour
                # slug: tour
                # edition: Tour of Two Days
                # year: 2023
                # date: 2023-06-04
                # distance: 180.5 km
                # kind: itt
                # standing: provisional
                # finish: solo
                # course: shortened
                # provider: Timing
                # credit-url: https://timing.example/
                place,family,given,team,time,gap
                1,Doe,Ann,Lotto,35:27.40,
                2,Roe,Eva,,,+0:01.20
                3,Poe,Ida,,,s.t.
                """;
        assertThat(csv(Stored.of(race), "")).isEqualTo(race);

        var road = race.replace("# kind: itt\n", "").replace("180.5 km", "180 km");
        assertThat(csv(Stored.of(road.replace("# finish", "# kind: road\n# finish")), ""))
                .isEqualTo(road);

        var stage = road.replace("# distance", "# stage: 2\n# distance");
        assertThat(csv(Stored.of(stage), "")).contains("# stage: 2\n").doesNotContain("classif");
        assertThat(csv(Stored.of(road), "")).doesNotContain("stage", "classification");
        var general = stage.replace("# distance", "# classification: general\n# distance");
        assertThat(csv(Stored.of(general), "")).contains("# classification: general\n");
    }

    @Test
    void of_a_time_trial_s_standings_no_kind_is_told() {
        var points = POINTS.replace("# standing", "# kind: itt\n# standing");

        assertThat(csv(Stored.of(points), "Free to use.")).isEqualTo(POINTS);
    }

    @Test
    void teams_have_a_column_of_their_own_and_starters_no_places() {
        var teams =
                """
                # results v1
                # race: Tour
                # slug: tour
                # year: 2023
                # classification: teams
                # standing: provisional
                place,team,time,gap
                1,Aurora,35:27,
                2,"Granit, Bern",35:28,+0:01
                """;
        assertThat(csv(Stored.of(teams), "")).isEqualTo(teams);

        var starters =
                """
                # results v1
                # race: Tour
                # slug: tour
                # year: 2023
                # classification: start-list
                # standing: provisional
                bib,family,given,team
                1,Moreau,Rémi,Aurora
                2,Bellini,,Aurora
                """;
        assertThat(csv(Stored.of(starters), "")).isEqualTo(starters);
    }

    @Test
    void what_a_spreadsheet_would_reckon_with_is_words() {
        var text =
                """
                # results v1
                # race: Tour
                # slug: tour
                # year: 2023
                # standing: provisional
                place,family,given,team,gap,note
                1,Doe,Ann,@home,,
                2,Roe,Eva,=1+1,+0:02,-3 s
                """;

        assertThat(csv(Stored.of(text), ""))
                .contains("1,Doe,Ann,'@home,,\n", "2,Roe,Eva,'=1+1,+0:02,'-3 s\n");
    }

    @Test
    void the_same_goes_as_json() {
        var result = Stored.of(POINTS);

        var json =
                new String(ResultExport.of(result, "Free to use.").json(), StandardCharsets.UTF_8);

        assertThat(json)
                .startsWith("{\"form\":\"results v1\",\"race\":\"Tour of the Lakes\",")
                .contains("\"licence\":\"Free to use.\",\"rows\":[{\"place\":\"1\",\"bib\":\"7\"");
        assertThat(parsed(json).file())
                .usingRecursiveComparison()
                .ignoringFieldsMatchingRegexes(".*filed", ".*line")
                .isEqualTo(parsed(POINTS).file());
    }

    private static String csv(Result result, String licence) {
        return new String(ResultExport.of(result, licence).csv(), StandardCharsets.UTF_8);
    }

    private static ParsedResult parsed(String text) {
        var bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        return (ParsedResult) ParsedFile.of("points.csv", bytes);
    }

    private static String resource(String name) {
        try (var bytes = FilesOfOursTest.class.getResourceAsStream("/" + name)) {
            return new String(Objects.requireNonNull(bytes).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
