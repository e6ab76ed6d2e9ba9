package musette.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import musette.racing.ResultFile;
import musette.wire.ParsedFile.ParsedResult;
import musette.wire.ParsedFile.Quarantined;
import musette.wire.ParsedFile.Unreadable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// One race in every form it may come in: all of them say the same.
class FormatsTest {
    private static final String HEAD = "# race: Gran Premio Miguel Indurain\n# year: 2023\n";
    private static final String TABLE =
            "place,family,given,team,time,gap\n"
                    + "1,Izagirre,Ion,Cofidis,5:09:05,\n"
                    + "2,Adrià,Roger,Equipo Kern Pharma,,+0:20\n"
                    + "3,van der Poel,Mathieu,Alpecin,,s.t.\n"
                    + "DNF,Paret-Peintre,Valentin,AG2R Citroën,,\n";
    private static final String JSON =
            """
            {"race": "Gran Premio Miguel Indurain", "year": 2023, "rows": [
            {"place": 1, "family": "Izagirre", "given": "Ion", "team": "Cofidis", "time": "5:09:05"},
            {"place": 2, "family": "Adrià", "given": "Roger", "team": "Equipo Kern Pharma",
                "gap": "+0:20"},
            {"place": 3, "family": "van der Poel", "given": "Mathieu", "gap": "s.t.",
                "team": "Alpecin"},
            {"status": "DNF", "family": "Paret-Peintre", "given": "Valentin",
                "team": "AG2R Citroën"}]}
            """;
    private static final List<String> SAID =
            List.of(
                    "1 Ion Izagirre, Cofidis, 5:09:05",
                    "2 Roger Adrià, Equipo Kern Pharma, +0:20",
                    "3 Mathieu van der Poel, Alpecin, s.t.",
                    "DNF Valentin Paret-Peintre, AG2R Citroën, ");

    /// @param note what it is, for a failing test
    record Form(String note, String text, Charset charset) {
        static Form utf8(String note, String text) {
            return new Form(note, text, StandardCharsets.UTF_8);
        }

        /// Bytes that are no text, below lines that are.
        static Form packed(String note, String above, byte[] bytes) {
            return new Form(
                    note,
                    above + new String(bytes, StandardCharsets.ISO_8859_1),
                    StandardCharsets.ISO_8859_1);
        }

        byte[] bytes() {
            return text.getBytes(charset);
        }

        @Override
        public String toString() {
            return note;
        }
    }

    static Stream<Form> forms() {
        return Stream.concat(texts(), other());
    }

    private static Stream<Form> texts() {
        return Stream.of(
                Form.utf8("our own", HEAD + TABLE),
                Form.utf8("with a byte order mark", "\uFEFF" + HEAD + TABLE),
                new Form("UTF-16", "\uFEFF" + HEAD + TABLE, StandardCharsets.UTF_16LE),
                new Form("Windows-1252", HEAD + TABLE, Charset.forName("windows-1252")),
                Form.utf8("with its mark below lines that were told", HEAD + "\uFEFF" + TABLE),
                Form.utf8("semicolons", HEAD + TABLE.replace(',', ';')),
                Form.utf8(
                        "timing software's names",
                        HEAD
                                + TABLE.replace(
                                        "place,family,given,team,time,gap",
                                        "Rank,Last Name,First Name,Team Name,Result,Diff.")),
                Form.utf8(
                        "a table copied from a page",
                        HEAD
                                + "Pos\tRider\tBorn\tTeam\tTime\tUCI\n"
                                + "01\tIZAGIRRE Ion\t1989\tCofidis\t05:09:05\t200\n"
                                + "02\tADRIÀ Roger\t1998\tEquipo Kern Pharma\t+ 20\t85\n"
                                + "03\tVAN DER POEL Mathieu\t1995\tAlpecin\t,,0:20\t\n"
                                + "DNF\tPARET-PEINTRE Valentin\t2001\tAG2R Citroën\t\t\n"),
                Form.utf8(
                        "times twice",
                        HEAD
                                + "Rnk\tRider\tTeam\tTime\n"
                                + "1\tIZAGIRRE Ion\tCofidis\t5:09:055:09:05\n"
                                + "2\tADRIÀ Roger\tEquipo Kern Pharma\t0:200:20\n"
                                + "3\tVAN DER POEL Mathieu\tAlpecin\t,,0:20\n"
                                + "DNF\tPARET-PEINTRE Valentin\tAG2R Citroën\t-\n"),
                Form.utf8(
                        "without names over its columns",
                        HEAD
                                + "1;Izagirre, Ion;Cofidis;5:09:05\n"
                                + "2;Adrià, Roger;Equipo Kern Pharma;+0:20\n"
                                + "3;van der Poel, Mathieu;Alpecin;s.t.\n"
                                + "DNF;Paret-Peintre, Valentin;AG2R Citroën;\n"));
    }

    private static Stream<Form> other() {
        return Stream.of(
                Form.utf8("JSON", JSON),
                Form.packed(
                        "UTF-16 below lines that were told",
                        HEAD,
                        ("\uFEFF" + TABLE).getBytes(StandardCharsets.UTF_16LE)),
                Form.utf8("JSON with its mark", "\uFEFF" + JSON),
                Form.packed("a workbook", HEAD, Workbooks.ofResults()),
                Form.packed("an old workbook", HEAD, Workbooks.ofResultsBefore2007()),
                Form.utf8("SportsML", SportsMlTest.ofIndurain()),
                Form.utf8("Sport Schema", SportSchemaTest.ofIndurain()),
                Form.utf8("a page, the columns in one order", page(HEAD, true)),
                Form.utf8("a page, the columns in another", page(HEAD, false)),
                Form.utf8("a page that names its race", page("", true)));
    }

    /// As results sites write them: the family name set in capitals, a flag, a hidden year and a
    /// hidden second time, a line of explanation without columns.
    private static String page(String above, boolean bornFirst) {
        var rows = new StringBuilder();
        rows.append(row("01", "ESP", "Izagirre", "Ion", "Cofidis", "05:09:05", bornFirst));
        rows.append(row("02", "ESP", "Adrià", "Roger", "Equipo Kern Pharma", "+ 20", bornFirst));
        rows.append(
                row(
                        "03",
                        "NED",
                        "van der Poel",
                        "Mathieu",
                        "Alpecin",
                        ",,<span class=\"hide\">0:20</span>",
                        bornFirst));
        rows.append("<tr><td colspan=\"6\">The jury has looked at the sprint.</td></tr>");
        rows.append(row("DNF", "FRA", "Paret-Peintre", "Valentin", "AG2R Citroën", "", bornFirst));
        var head =
                bornFirst
                        ? "<th>Pos</th><th>Born</th><th></th><th>Rider</th><th>Team</th>"
                        : "<th>Pos</th><th></th><th>Rider</th><th>Born</th><th>Team</th>";
        return above
                + "<!DOCTYPE html><html><head><meta charset=\"utf-8\">"
                + "<title>Gran Premio Miguel Indurain | A site</title>"
                + "<meta name=\"description\" content=\"The 2023 race was won.\"></head><body>"
                + "<table><tr><td>News</td></tr></table><table><thead><tr>"
                + head
                + "<th>Time</th></tr></thead><tbody>"
                + rows
                + "</tbody></table></body></html>";
    }

    private static String row(
            String place,
            String nation,
            String family,
            String given,
            String team,
            String time,
            boolean bornFirst) {
        var born = "<td><span style=\"display:none\">1990</span></td>";
        var rider =
                "<td><img class=\"flag\" title=\"%s\"></td><td><a href=\"#\"><span style=\"%s\">%s</span> %s</a></td>"
                        .formatted(nation, "text-transform:uppercase;", family, given);
        return "<tr><td>%s</td>%s<td><a href=\"#\">%s</a></td><td>%s</td></tr>"
                .formatted(place, bornFirst ? born + rider : rider + born, team, time);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void every_form_says_the_same(Form form) {
        var result = result(form.bytes());

        assertThat(result.file().head().race()).isEqualTo("Gran Premio Miguel Indurain");
        assertThat(result.file().head().year()).isEqualTo(2023);
        assertThat(said(result)).isEqualTo(SAID);
        assertThat(result.reading().quarantine()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void read_again_from_our_own_text_it_still_says_the_same(Form form) {
        var text = Formats.text(form.bytes()).text();

        assertThat(said(result(text.getBytes(StandardCharsets.UTF_8)))).isEqualTo(SAID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"without names over its columns", "a page that names its race"})
    void what_was_guessed_is_said_and_waits_for_a_person(String note) {
        var form = forms().filter(it -> it.note().equals(note)).findFirst().orElseThrow();
        var result = result(form.bytes());

        assertThat(result.isGuessed()).isTrue();
        assertThat(result.reading().remarks())
                .anySatisfy(remark -> assertThat(remark).containsAnyOf("taken for"));
        assertThat(result(Form.utf8("", HEAD + TABLE).bytes()).isGuessed()).isFalse();
    }

    @Test
    void lines_that_were_told_keep_their_accents_above_a_file_of_another_encoding() {
        var told = "# race: Ómnium de Año\n# year: 2023\n".getBytes(StandardCharsets.UTF_8);
        var below = ("# place: Logroño\n" + TABLE).getBytes(Charset.forName("windows-1252"));
        var file = Arrays.copyOf(told, told.length + below.length);
        System.arraycopy(below, 0, file, told.length, below.length);
        var head = result(file).file().head();

        assertThat(head.race()).isEqualTo("Ómnium de Año");
        assertThat(head.place()).isEqualTo("Logroño");
    }

    @Test
    void a_start_list_is_read_from_every_form_that_has_no_places() {
        var page =
                "<title>Gran Premio Miguel Indurain 2023 | Startlist</title><table><tr><th>No</th>"
                        + "<th>Rider</th><th>Team</th></tr><tr><td>45</td><td>IZAGIRRE Ion</td>"
                        + "<td>Cofidis</td></tr></table>";
        var json =
                "{\"race\": \"A\", \"year\": 2023, \"rows\": [{\"bib\": 45, \"family\":"
                        + " \"Izagirre\", \"given\": \"Ion\", \"team\": \"Cofidis\"}]}";
        for (var form :
                List.of(
                        Form.packed("workbook", HEAD, Workbooks.ofStarters()),
                        Form.utf8("page", page),
                        Form.utf8("JSON", json),
                        Form.utf8("table", HEAD + "No;Name;Team\n45;IZAGIRRE Ion;Cofidis\n"))) {
            var parsed = (ParsedResult) ParsedFile.of("a", new ByteArrayInputStream(form.bytes()));
            assertThat(parsed.file().head().key().isStartList()).as(form.note()).isTrue();
            assertThat(parsed.isGuessed()).as(form.note()).isTrue();
            var first = parsed.file().rows().getFirst();
            assertThat(first.name() + ", " + first.team()).isEqualTo("Ion Izagirre, Cofidis");
            assertThat(first.placing().mark()).isEqualTo("45");
        }
    }

    @Test
    void nations_come_from_flags_and_a_struck_place_is_lost() {
        var page = page(HEAD, true).replace("<td>03</td>", "<td><s>3</s></td>");
        var rows = result(page.getBytes(StandardCharsets.UTF_8)).file().rows();

        assertThat(rows.get(1).entrant().nation()).isEqualTo("ESP");
        assertThat(rows.get(2).placing().mark()).isEqualTo("DSQ");
    }

    @Test
    void names_in_one_cell_are_taken_apart_only_where_something_tells() {
        var table = "place,rider,time\n1,Ion Izagirre,5:09:05\n2,McNULTY Brandon,+0:02\n";
        var doubtful = result((HEAD + table).getBytes(StandardCharsets.UTF_8));
        var told =
                result((HEAD + "# names: given first\n" + table).getBytes(StandardCharsets.UTF_8));

        assertThat(doubtful.reading().quarantine())
                .extracting(Quarantined::reason)
                .first()
                .asString()
                .startsWith("In 'Ion Izagirre' nothing tells which is the family name.");
        assertThat(told.file().rows().getFirst().entrant().family()).isEqualTo("Izagirre");
    }

    @Test
    void what_holds_no_table_is_told_in_a_sentence() {
        assertThat(sentence("<html><body><table><tr><th>Day</th></tr></table></body></html>"))
                .startsWith("The page holds no table of results");
        assertThat(sentence("PK\u0003\u0004something")).startsWith("The workbook is damaged");
        assertThat(sentence("\u00d0\u00cf\u0011\u00e0")).startsWith("The workbook is damaged");
        assertThat(sentence("{\"race\": \"A\", \"rows\": 3}")).contains("no list 'rows'");
        assertThat(sentence("{\"race\": ".repeat(100_000))).startsWith("This begins like JSON");
        assertThat(sentence("1;2;3\n4;5;6\n")).startsWith("The file does not say which race");
        assertThat(sentence("x".repeat(Formats.LARGEST + 1))).contains("larger than 16 MB");
    }

    @Test
    void a_page_nested_a_hundred_thousand_deep_ends_in_a_sentence() {
        assertThat(sentence("<table><tr><th>Pos</th><th>Rider".repeat(50_000)))
                .startsWith("The page holds no table of results");
        assertThat(sentence("<div>".repeat(100_000) + "<table>".repeat(20_000)))
                .startsWith("The page holds no table of results");
    }

    @Test
    void a_workbook_that_unpacks_without_end_or_calls_for_other_files_ends_in_a_sentence() {
        var sheet = "xl/worksheets/sheet2.xml";
        var bomb = Workbooks.with(Map.of(sheet, new byte[Formats.LARGEST * 5]));
        var entities =
                "<!DOCTYPE x [<!ENTITY a \"%s\"><!ENTITY b \"%s\"><!ENTITY c \"%s\">]>"
                                .formatted(
                                        "a".repeat(1_000), "&a;".repeat(1_000), "&b;".repeat(1_000))
                        + "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>"
                        + "&c;</t></is></c></row></sheetData></worksheet>";
        var calling = Workbooks.with(Map.of(sheet, entities.getBytes(StandardCharsets.UTF_8)));

        assertThat(sentence(new String(bomb, StandardCharsets.ISO_8859_1)))
                .contains("unpacks to more than 64 MB");
        assertThat(sentence(new String(calling, StandardCharsets.ISO_8859_1)))
                .containsAnyOf("No sheet of the workbook holds results", "is damaged");
    }

    @Test
    void a_damaged_file_of_any_form_ends_in_a_sentence_or_a_result() {
        var random = new SplittableRandom(20_230_401);
        for (var form : forms().toList()) {
            for (int i = 0; i < 500; i++) {
                var bytes = form.bytes();
                for (int hit = random.nextInt(1, 12); hit > 0; hit--) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
                }
                var end = random.nextInt(4) == 0 ? random.nextInt(bytes.length) : bytes.length;
                assertThat(ParsedFile.of("f", new ByteArrayInputStream(bytes, 0, end))).isNotNull();
            }
        }
    }

    @Test
    void a_site_that_its_page_names_is_credited_and_its_words_for_riders_are_read() {
        var page =
                """
                <title>Tour of A | Site</title><link rel="canonical" href="https://%s/race">
                <table><tr><th>Pos<th>Rider<th>Team
                <tr><td>1<td><a href="%s"><b class="uppercase">Doe</b> Ann</a><td>Aurora
                <tr><td>2<td>ROE Eva<td>Aurora</table>
                """;
        var told = "# race: Tour of A\n# year: 2023\n";
        var known = "rider.php?y=2023&amp;r=84019&amp;x";
        assertThat(credited(told + page.formatted("firstcycling.com", known)))
                .isEqualTo("FirstCycling https://firstcycling.com/ firstcycling/84019 null");
        assertThat(credited(told + page.formatted("www.procyclingstats.com", "/rider/ann-doe")))
                .isEqualTo(
                        "ProCyclingStats https://www.procyclingstats.com/ procyclingstats/ann-doe"
                                + " null");
        var linking = page.formatted("site.example", known) + "<a href=https://firstcycling.com/>";
        assertThat(credited(told + linking)).isEqualTo("null null");
        var ours = told + "# provider: Timing & Co\n";
        assertThat(credited(ours + page.formatted("firstcycling.com", known)))
                .isEqualTo("Timing & Co null null null");
    }

    private static String credited(String page) {
        var file = result(page.getBytes(StandardCharsets.UTF_8)).file();
        var credit = file.head().credit();
        var keys = file.rows().stream().map(row -> row.entrant().providerKey()).toList();
        return (credit == null ? "" : credit.provider() + " " + credit.url() + " ")
                + keys.getFirst()
                + " "
                + keys.getLast();
    }

    /// Pages of the provider that the founding report credits. They lie beside the project only.
    @ParameterizedTest
    @ValueSource(strings = {"2019_amstel_0.html", "2022_basque_0.html", "2022_basque_1.html"})
    void real_pages_are_read_to_their_last_row(String name) throws IOException {
        var page = Path.of("../shared/data/firstcycling", name);
        assumeTrue(Files.isRegularFile(page), "no real pages here: " + page);
        var result = result(Files.readAllBytes(page));

        assertThat(result.reading().quarantine()).isEmpty();
        assertThat(result.file().rows()).hasSizeGreaterThan(10);
        assertThat(result.file().rows())
                .allSatisfy(row -> assertThat(row.entrant().family()).isNotBlank())
                .allSatisfy(
                        row -> assertThat(row.entrant().providerKey()).startsWith("firstcycling/"));
    }

    private static String sentence(String text) {
        var bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return ((Unreadable) ParsedFile.of("f", new ByteArrayInputStream(bytes))).sentence();
    }

    private static ParsedResult result(byte[] bytes) {
        var parsed = ParsedFile.of("f", new ByteArrayInputStream(bytes));
        assertThat(parsed).as(parsed.toString()).isInstanceOf(ParsedResult.class);
        return (ParsedResult) parsed;
    }

    private static List<String> said(ParsedResult result) {
        return result.file().rows().stream().map(FormatsTest::said).toList();
    }

    private static String said(ResultFile.Row row) {
        return "%s %s, %s, %s"
                .formatted(row.placing().mark(), row.name(), row.team(), row.placing().clock());
    }
}
