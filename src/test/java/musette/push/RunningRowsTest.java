package musette.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import musette.racing.Results;
import musette.store.RolledBack;
import musette.store.TestDatabase;
import musette.wire.Wire;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// What of the rows that are sent is kept, before anything of it is put in.
class RunningRowsTest extends RolledBack {
    private static final String HEAD = "# race: Gran Premio Miguel Indurain\n# date: 2023-04-01\n";
    private static final String COLUMNS = "place,bib,family,given,team,gap\n";
    private static final String IZAGIRRE = "1,21,Izagirre,Ion,Cofidis,\n";
    private static final String HIGUITA = "2,91,Higuita,Sergio,BORA - hansgrohe,+0:02\n";
    private static final String KEPT =
            """
            SELECT competitor || ' ' || (cells ->> 'place')
            FROM running_row
            WHERE NOT is_gone
            ORDER BY competitor
            """;
    private static final String HOW_OFTEN_CHANGED =
            """
            SELECT version
            FROM running_result
            """;
    private static final String NOTE_PROBLEM =
            """
            UPDATE running_result
            SET problem = 'The race has another name.'
            """;

    private final Senders senders;
    private final RunningResults results;
    private final RunningRows rows;
    private Sender crono;
    private Sender other;

    RunningRowsTest(JdbcClient sql, TransactionTemplate transaction) {
        super(sql, transaction);
        var clock = Clock.fixed(Instant.parse("2023-04-01T15:29:05Z"), ZoneOffset.UTC);
        senders = new Senders(sql, clock);
        var wire =
                new Wire(sql, transaction, clock, new Results(sql, transaction, clock, news -> {}));
        results = new RunningResults(sql, transaction, clock, wire, TestDatabase.neverAway());
        rows = new RunningRows(sql, transaction, clock, results);
    }

    @BeforeEach
    void twoSenders() {
        crono = sender("Crono timing", "", true);
        other = sender("Finish line camera", "", true);
    }

    @AfterEach
    void stop() {
        results.stop();
    }

    @Test
    void rows_may_come_in_any_order_twice_and_from_several_senders() {
        assertThat(take(crono, HIGUITA)).contains("\"rows\":1", "\"changed\":1");
        assertThat(take(other, IZAGIRRE)).contains("\"changed\":1");
        assertThat(take(other, HIGUITA + IZAGIRRE)).contains("\"rows\":2", "\"changed\":0");

        assertThat(kept()).containsExactly("bib 21 1", "bib 91 2");
        assertThat(changes()).isEqualTo(2);
    }

    @Test
    void a_row_that_says_something_else_takes_the_place_of_the_one_before() {
        take(crono, IZAGIRRE);

        assertThat(take(crono, IZAGIRRE.replace("1,21", "3,21"))).contains("\"changed\":1");

        assertThat(kept()).containsExactly("bib 21 3");
    }

    @Test
    void an_older_version_of_a_row_changes_nothing() {
        taken(crono, "# version: 2\n", IZAGIRRE.replace("1,21", "3,21"));

        assertThat(taken(crono, "# version: 1\n", IZAGIRRE).json()).contains("\"changed\":0");
        assertThat(taken(crono, "", IZAGIRRE).json()).contains("\"changed\":0");
        assertThat(kept()).containsExactly("bib 21 3");

        assertThat(taken(crono, "# version: 3\n", IZAGIRRE).json()).contains("\"changed\":1");
        assertThat(kept()).containsExactly("bib 21 1");
    }

    @Test
    void a_row_that_was_taken_away_comes_back_in_a_newer_version_only() {
        take(crono, IZAGIRRE + HIGUITA);

        assertThat(rows.takeAway(crono, bytes(HEAD + COLUMNS + HIGUITA)).json())
                .contains("\"changed\":1");
        assertThat(rows.takeAway(crono, bytes(HEAD + COLUMNS + HIGUITA)).json())
                .contains("\"changed\":0");
        assertThat(kept()).containsExactly("bib 21 1");
        take(other, HIGUITA);
        assertThat(kept()).containsExactly("bib 21 1");

        taken(other, "# version: 1\n", HIGUITA);
        assertThat(kept()).containsExactly("bib 21 1", "bib 91 2");
    }

    @Test
    void one_that_is_taken_away_before_it_came_stays_away() {
        rows.takeAway(crono, bytes(HEAD + COLUMNS + HIGUITA));

        take(other, HIGUITA);

        assertThat(kept()).isEmpty();
    }

    @Test
    void without_a_number_a_rider_is_known_by_the_uci_id_and_then_by_the_name() {
        var columns = "place,uci_id,family,given,team\n";
        rows.take(
                crono,
                bytes(
                        HEAD
                                + columns
                                + "1,10005574332,Izagirre,Ion,Cofidis\n"
                                + "2,,Higuita,Sergio,BORA\n"));

        assertThat(kept()).containsExactly("name Sergio Higuita 2", "rider 10005574332 1");
    }

    @Test
    void a_team_is_known_by_its_name() {
        rows.take(
                crono,
                bytes(
                        "# race: Tour\n# date: 2023-07-01\n# classification: teams\n"
                                + "place,team,time\n1,Cofidis,12:00:00\n"));

        assertThat(kept()).containsExactly("team Cofidis 1");
    }

    @Test
    void what_is_set_aside_is_said_with_its_reason() {
        var receipt = taken(crono, "", IZAGIRRE + "soon,91,Higuita,Sergio,BORA,\n");

        assertThat(receipt.status()).isEqualTo(202);
        assertThat(receipt.json()).contains("\"rows\":1", "\"line\":5", "soon,91,Higuita");
        assertThat(kept()).containsExactly("bib 21 1");
    }

    @Test
    void rows_for_which_something_would_be_guessed_are_not_taken() {
        assertProblem(
                422,
                "nothing is guessed",
                rows.take(
                        crono,
                        bytes(
                                HEAD
                                        + "1;IZAGIRRE Ion;Cofidis;5:09:05\n"
                                        + "2;HIGUITA Sergio;BORA;5:09:07\n")));
        assertProblem(
                422,
                "whole file",
                rows.take(crono, bytes("# race: Tour\nyear,family,given\n2016,Izagirre,Ion\n")));
        assertThat(rows.take(crono, new byte[] {1, 2, 3}).isProblem()).isTrue();
        assertThat(kept()).isEmpty();
    }

    @Test
    void a_token_sends_its_own_race_and_only_if_it_goes_live() {
        var tour = sender("Tour timing", "Tour de France", true);
        var waits = sender("Waiting", "", false);

        assertProblem(
                403,
                "This token is for the race tour-de-france; the rows are of"
                        + " gran-premio-miguel-indurain.",
                taken(tour, "", IZAGIRRE));
        assertProblem(403, "Send the whole file.", taken(waits, "", IZAGIRRE));
        assertThat(kept()).isEmpty();
    }

    @Test
    void rows_of_a_result_that_could_not_be_put_in_are_kept_and_it_is_said() {
        take(crono, IZAGIRRE);
        sql.sql(NOTE_PROBLEM).update();

        assertProblem(
                409, "The race has another name. The rows are kept.", taken(crono, "", HIGUITA));

        assertThat(kept()).containsExactly("bib 21 1", "bib 91 2");
    }

    @Test
    void other_head_lines_are_a_change_although_no_row_is() {
        take(crono, IZAGIRRE);

        rows.take(crono, bytes(HEAD + "# standing: official\n" + COLUMNS + IZAGIRRE));

        assertThat(changes()).isEqualTo(2);
    }

    private static void assertProblem(int status, String words, PushReceipt receipt) {
        assertThat(receipt.status()).isEqualTo(status);
        assertThat(receipt.json()).contains(words);
    }

    private String take(Sender sender, String lines) {
        var receipt = taken(sender, "", lines);
        assertThat(receipt.status()).isEqualTo(202);
        return receipt.json();
    }

    private PushReceipt taken(Sender sender, String head, String lines) {
        return rows.take(sender, bytes(HEAD + head + COLUMNS + lines));
    }

    private static byte[] bytes(String file) {
        return file.getBytes(StandardCharsets.UTF_8);
    }

    private Sender sender(String name, String race, boolean goesLive) {
        var made = (Senders.Made) senders.make(name, race, goesLive, "Ane Lasa");
        return senders.of(made.token()).orElseThrow();
    }

    private List<String> kept() {
        return sql.sql(KEPT).query(String.class).list();
    }

    private int changes() {
        return sql.sql(HOW_OFTEN_CHANGED).query(Integer.class).single();
    }
}
