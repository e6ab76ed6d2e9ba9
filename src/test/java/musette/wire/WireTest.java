package musette.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import musette.racing.Palmares;
import musette.racing.ResultChanged;
import musette.racing.Results;
import musette.racing.WinnersListed;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class WireTest extends WireRoom {
    WireTest(JdbcClient sql, TransactionTemplate transaction) {
        super(sql, transaction);
    }

    @Test
    void a_file_brings_its_result_and_the_winners_before() {
        var stored = stored(DemoFiles.putIn(wire, "owner"));

        assertThat(stored.revision()).isEqualTo(1);
        assertThat(news).containsExactly(new WinnersListed(1), new ResultChanged(stored.result()));
        var result = results.byId(stored.result()).orElseThrow();
        assertThat(result.rows()).hasSize(17);
        var winner = result.winners().getFirst().rider().orElseThrow();
        assertThat(new Palmares(sql).wins(result.edition(), winner).number()).hasValue(2);
    }

    @Test
    void the_same_file_twice_changes_nothing_but_the_log() {
        var first = stored(DemoFiles.putIn(wire, "owner"));
        var before = facts();
        var second = stored(DemoFiles.putIn(wire, "owner"));

        assertThat(second.news()).isFalse();
        assertThat(second.result()).isEqualTo(first.result());
        assertThat(facts()).isEqualTo(before);
        assertThat(news).hasSize(2);
        assertThat(outcomes()).containsExactly("applied", "applied", "repeat", "repeat");
    }

    /// Trying takes numbers that nobody gives back.
    @Test
    void the_first_of_a_result_waits_untried_and_what_may_be_a_repeat_is_tried() {
        var file = "# race: Tour\n# year: 2023\nplace,family,given\n1,Kron,Andreas\n";
        var first = present(file);
        assertThat(first).isInstanceOf(ImportReceipt.Waiting.class);

        wire.apply(first.arrival(), "owner", "");

        assertThat(sql.sql("SELECT id FROM rider").query(Long.class).single()).isEqualTo(1);
        assertThat(present(file.replace("Kron", "Kron "))).isInstanceOf(ImportReceipt.Repeat.class);
        assertThat(present(file.replace("Kron", "Strong")))
                .isInstanceOf(ImportReceipt.Waiting.class);
        assertThat(present(file.replace("# year", "# stage: 3a\n# year")))
                .isInstanceOf(ImportReceipt.Waiting.class);
        assertThat(sql.sql("SELECT count(*) FROM rider").query(Long.class).single()).isEqualTo(1);
    }

    private ImportReceipt present(String file) {
        return wire.present("result.csv", bytes(file), "owner");
    }

    @Test
    void a_page_of_which_nothing_can_be_taken_is_refused_once_and_of_which_something_can_is_not() {
        var tables =
                """
                <table><tr><th>Pos<th>Rider<tr><td>1<td>DOE Ann</table><h3>Youth</h3>
                <table><tr><th>Pos<th>Rider<tr><td>%s<td>ROE Eva</table>
                """;

        var nothing = takeIn(tables.formatted("1"));
        assertThat(nothing).hasSize(2);
        assertThat(ImportReceipt.refusal(nothing))
                .hasValueSatisfying(sentence ->
                        assertThat(sentence).containsOnlyOnce("does not say which race"));

        var one = takeIn("# race: Tour of A\n# year: 2023\n" + tables.formatted("soon"));
        assertThat(one)
                .extracting(receipt -> receipt.getClass().getSimpleName())
                .containsExactly("Waiting", "Declined");
        assertThat(ImportReceipt.refusal(one)).isEmpty();
        assertThat(wire.latest(9))
                .extracting(Arrival::file)
                .contains("page.html (1 of 2)", "page.html (2 of 2)");
    }

    /// One that waits is held against what is stored on a connection of its own.
    @Test
    void of_a_trusted_page_one_result_counts_and_one_waits() {
        var page =
                """
                # race: Tour of A
                # year: 2023
                <table><tr><th>Pos<th>Rider<tr><td>1<td><b class="uppercase">Doe</b> Ann</table>
                <h3>Youth</h3>
                <table><tr><th>Pos<th>Rider<tr><td>1<td><b class="uppercase">Roe</b> Eva</table>
                """;
        var bytes = bytes(page);
        assertThat(wire.takeIn("page.html", bytes, "a sender", true))
                .extracting(receipt -> receipt.getClass().getSimpleName())
                .containsExactly("Applied", "Waiting");
    }

    @Test
    void a_file_that_comes_eight_times_in_one_instant_waits_once() throws Exception {
        var arrivals = new ArrayList<Future<Long>>();
        try (var hands = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 8; i++) {
                var bytes = DemoFiles.result().getBytes(StandardCharsets.UTF_8);
                arrivals.add(
                        hands.submit(() ->
                                wire.present("result.csv", new ByteArrayInputStream(bytes), "owner")
                                        .arrival()));
            }
        }
        for (var arrival : arrivals) {
            assertThat(arrival.get()).isEqualTo(arrivals.getFirst().get());
        }
        assertThat(outcomes()).containsExactly("waiting");
    }

    private List<ImportReceipt> takeIn(String page) {
        var bytes = bytes(page);
        return wire.takeIn("page.html", bytes, "a reporter", false);
    }

    @Test
    void quarantined_rows_are_kept_with_the_arrival() {
        var receipt =
                receive(
                        """
                        # race: Gran Premio Miguel Indurain
                        # year: 2023
                        place,family,given,gap
                        1,Izagirre,Ion,
                        2,Higuita,Sergio,two
                        3,Skjelmose,Mattias,+0:13
                        4,Skjelmose,Mattias,+0:20
                        """);

        assertThat(wire.quarantine(receipt.arrival()))
                .containsExactly(
                        new ParsedFile.Quarantined(
                                5,
                                "The gap 'two' is not a gap like +0:13.",
                                "2,Higuita,Sergio,two"),
                        new ParsedFile.Quarantined(
                                7,
                                "Mattias Skjelmose already stands on line 6; if these are two"
                                        + " riders, UCI IDs would tell.",
                                ""));
        assertThat(results.byId(stored(receipt).result()).orElseThrow().rows()).hasSize(2);
    }

    @Test
    void an_unreadable_file_is_logged_and_changes_nothing() {
        var receipt = receive("PK\u0003\u0004");

        assertThat(receipt).isInstanceOf(ImportReceipt.Declined.class);
        assertThat(facts()).containsOnly(0L);
        assertThat(outcomes()).containsExactly("declined");
        assertThat(news).isEmpty();
    }

    private ImportReceipt receive(String text) {
        var bytes = bytes(text);
        return wire.receive("result.csv", bytes, "owner");
    }

    private static Results.Stored stored(ImportReceipt receipt) {
        return (Results.Stored) ((ImportReceipt.Applied) receipt).outcome();
    }

    private List<Long> facts() {
        return sql.sql(
                        """
                        SELECT unnest(ARRAY[
                            (SELECT count(*) FROM race), (SELECT count(*) FROM edition),
                            (SELECT count(*) FROM rider), (SELECT count(*) FROM team),
                            (SELECT count(*) FROM result_revision),
                            (SELECT count(*) FROM result_row),
                            (SELECT count(*) FROM winners_list),
                            (SELECT count(*) FROM listed_winner)])
                        """)
                .query(Long.class)
                .list();
    }

    private List<String> outcomes() {
        return sql.sql("SELECT outcome FROM wire_arrival ORDER BY id").query(String.class).list();
    }
}
