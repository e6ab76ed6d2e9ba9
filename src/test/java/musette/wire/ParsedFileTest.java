package musette.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import musette.racing.Placing;
import musette.racing.Race;
import musette.racing.Result;
import musette.racing.ResultFile;
import musette.wire.ParsedFile.ParsedResult;
import musette.wire.ParsedFile.ParsedWinners;
import musette.wire.ParsedFile.Quarantined;
import musette.wire.ParsedFile.Unreadable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParsedFileTest {
    static final String HEAD = "# race: Gran Premio Miguel Indurain\n# year: 2023\n";

    @Test
    void the_seed_race_is_read_from_its_documented_file() {
        var result =
                (ParsedResult) ParsedFile.of(Path.of("demo/gran-premio-miguel-indurain-2023.csv"));

        var head = result.file().head();
        assertThat(head.slug()).isEqualTo("gran-premio-miguel-indurain");
        assertThat(head.year()).isEqualTo(2023);
        assertThat(head.metres()).isEqualTo(203_200);
        assertThat(head.standing()).isEqualTo(Result.Standing.OFFICIAL);
        assertThat(result.file().rows().subList(0, 5))
                .extracting(row ->
                        row.placing().mark() + " " + row.name() + " " + row.placing().clock())
                .containsExactly(
                        "1 Ion Izagirre 5:09:05",
                        "2 Sergio Higuita +0:02",
                        "3 Mattias Skjelmose +0:13",
                        "4 Andreas Kron +0:20",
                        "5 Roger Adrià s.t.");
        assertThat(result.reading().rows()).isEqualTo(17);
        assertThat(result.reading().quarantine()).isEmpty();
        assertThat(result.reading().remarks()).isEmpty();
        assertThat(result.winners().file().rows()).hasSize(17);
        assertThat(result.winners().file().completeSince()).isEqualTo(2006);
    }

    @Test
    void kind_and_finish_are_read_and_a_word_that_is_neither_is_a_remark() {
        var head =
                ((ParsedResult) whole(HEAD + "# kind: ITT\n# finish: sprint of two\n"))
                        .file()
                        .head();
        var strange = (ParsedResult) whole(HEAD + "# kind: cross\n# finish: luck\n");

        assertThat(head.kind()).isEqualTo(Race.Kind.ITT);
        assertThat(head.finish()).isEqualTo(Result.Finish.SPRINT_OF_TWO);
        assertThat(strange.file().head().kind()).isNull();
        assertThat(strange.reading().remarks()).hasSize(2);
    }

    private static ParsedFile whole(String head) {
        var text = head + "place,family,given\n1,A,A\n";
        return ParsedFile.of(
                "result.csv", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void in_a_file_that_is_not_sorted_by_place_same_time_says_nothing() {
        var result = read("3,C,C,+0:20\n1,A,A,\n4,D,D,s.t.\n2,B,B,+0:10");

        assertThat(row(result, 2).placing().gap()).isNull();
        assertThat(row(result, 2).placing().sameTime()).isFalse();
        assertThat(row(result, 0).placing().gap().clock()).isEqualTo("+0:20");
        assertThat(result.reading().remarks())
                .containsExactly(
                        "The file is not sorted by place. A 'same time' in it does not say whose;"
                                + " such a row has no gap.");
    }

    @Test
    void bad_rows_are_set_aside_with_line_and_reason_and_good_rows_go_on() {
        var text =
                HEAD
                        + """
                        place,bib,uci_id,family,given,nation,time,gap,status
                        1,45,,Izagirre,Ion,ESP,5:09:05,,
                        2,36,12,Higuita,Sergio,COL,,+0:02,
                        third,85,,Skjelmose,Mattias,DEN,,+0:13,
                        4,174,,Kron,Andreas,DEN,5:09:25,+0:13,
                        5,131,,"Adrià,Roger,ESP,,+0:20,
                        6,45,,Aranburu,Alex,ESP,,+0:23,
                        7,167,,,Corbin,NZL,,+0:25,
                        8,4,,Gesbert,Élie,FRA,,+0:25,DNF
                        9,12,,Gall,Felix,AUT,,+0:61:00,
                        10,26,,Scaroni,Christian,ITA,,,
                        ,51,,Amador,Andrey,CRC,,,
                        ,162,,Hermans,Ben,BEL,,,DNS
                        """;

        var result = (ParsedResult) of(text);

        assertThat(result.file().rows())
                .extracting(row -> row.placing().mark() + " " + row.entrant().family())
                .containsExactly("1 Izagirre", "10 Scaroni", "DNS Hermans");
        assertThat(result.reading().quarantine())
                .extracting(Quarantined::line, Quarantined::reason)
                .containsExactly(
                        aside(5, "The uci_id '12' is not a UCI ID of eleven digits."),
                        aside(6, "The place 'third' is not a number."),
                        aside(7, "The time says +0:20 and the gap says +0:13."),
                        aside(
                                8,
                                "A quotation mark is not closed, or does not stand at a cell's"
                                        + " edge."),
                        aside(9, "The bib 45 already stands on line 4."),
                        aside(10, "The row has no family name."),
                        aside(11, "The row has place 8 and is DNF at once."),
                        aside(12, "The gap '+0:61:00' is not a gap like +0:13."),
                        aside(14, "The row has neither a place nor a status."));
        assertThat(result.reading().quarantine().getFirst().raw())
                .isEqualTo("2,36,12,Higuita,Sergio,COL,,+0:02,");
    }

    @Test
    void a_line_broken_inside_a_cell_is_one_row_and_an_open_mark_spoils_its_own_line_only() {
        var text =
                HEAD
                        + """
                        place,family,given,"team
                        ",gap
                        1,Izagirre,Ion,"Cofidis
                        (FRA)",
                        2,Higuita,"Sergio,Bora,+0:02
                        3,Skjelmose,Mattias,"Trek ""S"" Fredo",+0:13
                        4,Kron,Andreas,"Lotto,+0:20
                        5,"Adrià","Roger",Bora,s.t.
                        6,"Doe,Ann,Trek,s.t.
                        7,Roe",Eva,Trek,s.t.
                        """;

        var result = (ParsedResult) of(text);

        assertThat(result.file().rows())
                .extracting(row -> row.placing().line() + " " + row.name() + ", " + row.team())
                .containsExactly(
                        "5 Ion Izagirre, Cofidis (FRA)",
                        "8 Mattias Skjelmose, Trek \"S\" Fredo",
                        "10 Roger Adrià, Bora",
                        "12 Eva Roe\", Trek");
        assertThat(result.reading().quarantine())
                .extracting(Quarantined::line)
                .containsExactly(7, 9, 11);
    }

    @Test
    void columns_are_found_by_name_in_any_order_and_unknown_ones_are_told() {
        var result =
                (ParsedResult)
                        of(
                                "\uFEFF"
                                        + HEAD
                                        + "Gap;Shoe size;Given;UCI ID;Family;Place\r\n"
                                        + "\r\n;43;Ion;100 061 728 17;Izagirre;1\r\n");

        assertThat(row(result, 0).entrant())
                .isEqualTo(new ResultFile.Entrant("10006172817", "Izagirre", "Ion", null, null));
        assertThat(result.reading().unknownColumns()).containsExactly("shoe_size");
    }

    @Test
    void riders_on_one_place_are_tied_and_codes_may_stand_in_the_place_column() {
        var result =
                read("1,Mahé,André,\n1,Coppi,Serse,\n3,Leenen,Frans,s.t.\nHD,Kint,Marcel,-0:00");

        assertThat(result.file().winners()).hasSize(2).allMatch(row -> row.placing().tied());
        assertThat(row(result, 2).placing().tied()).isFalse();
        assertThat(row(result, 3).placing().status()).isEqualTo(Placing.Status.OTL);
        assertThat(row(result, 3).placing().gap()).isNull();
    }

    @Test
    void hundredths_are_cut_before_gaps_are_taken() {
        var text =
                HEAD
                        + "place,family,given,time\n"
                        + "1,Ganna,Filippo,20:52.99\n"
                        + "2,Küng,Stefan,20:53.00\n"
                        + "3,Bissegger,Stefan,\"20:53,90\"\n";
        var result = (ParsedResult) of(text);

        assertThat(row(result, 1).placing().gap().clock()).isEqualTo("+0:01");
        assertThat(row(result, 2).placing().gap().clock()).isEqualTo("+0:01");
        assertThat(row(result, 2).placing().sameTime()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "//elsewhere.example/x", "https:///x"})
    void a_credit_never_leads_to_an_address_that_could_run(String link) {
        var result =
                (ParsedResult)
                        of(
                                "%s# provider: X\n# credit url: %s\n# weather: wet\nplace,family,given\n1,Izagirre,Ion"
                                        .formatted(HEAD, link));

        assertThat(result.file().head().credit()).isEqualTo(new Result.Credit("X", null));
        assertThat(result.reading().remarks())
                .containsExactly(
                        "The line '# weather' has no meaning here and was skipped.",
                        "The line '# credit-url: %s' was skipped, because it is not an http or https address."
                                .formatted(link));
    }

    @Test
    void earlier_winners_are_looked_for_by_a_plain_name_only() {
        var text = HEAD + "# earlier-winners: ../../etc/passwd\nplace,family,given\n1,Izagirre,Ion";

        var result = (ParsedResult) of(text);

        assertThat(result.winners()).isNull();
        assertThat(result.reading().remarks())
                .containsExactly(
                        "'../../etc/passwd' is not the plain name of a file beside this one.");
    }

    @Test
    void a_list_of_winners_is_known_by_its_header() {
        var text =
                "# race: Gran Premio Miguel Indurain\n# complete-since: 2018\n"
                        + "year,family,given,status\n2018,Valverde,Alejandro,\n2020,,,cancelled\n"
                        + "2021,Valverde,Alejandro,cancelled\n20x2,Barguil,Warren,\n";

        var list = (ParsedWinners) of(text);

        assertThat(list.file().history().winners()).containsOnlyKeys(2018, 2020);
        assertThat(list.reading().quarantine())
                .extracting(Quarantined::reason)
                .containsExactly(
                        "The year has a winner and is 'cancelled' at once.",
                        "The year '20x2' is not a number.");
    }

    @Test
    void whatever_is_no_result_is_told_in_a_sentence() {
        assertThat(sentence("")).startsWith("The file is empty");
        assertThat(sentence(HEAD)).startsWith("The file is empty");
        assertThat(sentence("place,family,given\n1,Izagirre,Ion"))
                .startsWith("The file does not say which race it is");
        assertThat(sentence("# race: X\nplace,family,given\n1,Izagirre,Ion"))
                .startsWith("The file does not say which year it is");
        assertThat(sentence(HEAD + "who,where\n1,Izagirre"))
                .isEqualTo(
                        "The header lacks the columns place, family, given; it has: who, where.");
        assertThat(sentence(HEAD + "place,family,given,gap,gap\n"))
                .isEqualTo("The column 'gap' stands twice in the header.");
        assertThat(sentence(HEAD + "place,family,given\n"))
                .isEqualTo("The file ends after its header: there are no rows.");
        assertThat(sentence(HEAD + "place,family,given\nx,Izagirre,Ion"))
                .isEqualTo("No row could be understood. Line 4: The place 'x' is not a number.");
        assertThat(((Unreadable) ParsedFile.of(Path.of("demo"))).sentence())
                .isEqualTo("There is no file 'demo'.");
    }

    @Test
    void binary_noise_and_other_encodings_are_told_in_a_sentence() {
        var noise = new byte[100_000];
        new Random(7).nextBytes(noise);
        var mixed = HEAD + "place,family,given\n1,Adri\u00c3\u00a0,Roger\n2,Gall\u00e9,Felix";
        var latin = mixed.getBytes(StandardCharsets.ISO_8859_1);

        assertThat(ParsedFile.of("noise", new ByteArrayInputStream(noise)))
                .isInstanceOf(Unreadable.class);
        assertThat(ParsedFile.of("latin.csv", new ByteArrayInputStream(latin)))
                .isInstanceOfSatisfying(
                        Unreadable.class,
                        it -> assertThat(it.sentence()).contains("save the file as 'CSV UTF-8'"));
        assertThat(sentence("PQ\u0003\u0004\u0000")).contains("signs that no text has");
    }

    @Test
    void a_file_without_end_is_stopped() {
        var rows =
                IntStream.rangeClosed(0, 100_000)
                        .mapToObj(place -> place + ",Rider,Number " + place)
                        .collect(Collectors.joining("\n"));

        assertThat(sentence(HEAD + "place,family,given\n" + rows))
                .startsWith("The file has more than 100,000 rows");
        assertThat(ParsedFile.of("endless.csv", new Endless()))
                .isInstanceOfSatisfying(
                        Unreadable.class,
                        it -> assertThat(it.sentence()).contains("larger than 16 MB"));
    }

    /// One line that never ends.
    private static final class Endless extends InputStream {
        @Override
        public int read() {
            return 'a';
        }
    }

    private static org.assertj.core.groups.Tuple aside(int line, String reason) {
        return org.assertj.core.groups.Tuple.tuple(line, reason);
    }

    static ParsedResult read(String rows) {
        return (ParsedResult) of(HEAD + "place,family,given,gap\n" + rows);
    }

    static ResultFile.Row row(ParsedResult result, int index) {
        return result.file().rows().get(index);
    }

    private static String sentence(String text) {
        return ((Unreadable) of(text)).sentence();
    }

    static ParsedFile of(String text) {
        return ParsedFile.of(
                "result.csv", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
