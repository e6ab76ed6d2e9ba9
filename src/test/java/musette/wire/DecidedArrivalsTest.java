package musette.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import musette.wire.Arrival.State;
import musette.wire.ParsedFile.Quarantined;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// What becomes of a file that waits: looked at, put in, mended, thrown away, taken back, grown.
class DecidedArrivalsTest extends WireRoom {
    private static final String HEAD = "# race: Tour\n# date: 2023-04-01\n";
    private static final String OFFICIAL = HEAD + "# standing: official\n";
    private static final String COLUMNS = "place,family,given,team,gap\n";
    private static final String KRON = "1,Kron,Andreas,Lotto,\n";
    private static final String STRONG = "2,Strong,Corbin,Israel,+0:02\n";
    private static final String LATER = "2,Strong,Corbin,Israel,+0:13\n";
    private static final String UNCLEAR = "3,Roe,Eva,Israel,soon\n";
    private static final String LESS_SURE =
            "The result is official already; a provisional one can't replace it. If it should, take"
                    + " the official one back first.";

    DecidedArrivalsTest(JdbcClient sql, TransactionTemplate transaction) {
        super(sql, transaction);
    }

    @Test
    void what_waits_is_looked_at_without_a_trace() {
        var arrival = waiting(HEAD + COLUMNS + KRON + UNCLEAR);

        var preview = (Preview.OfResult) wire.preview(arrival).orElseThrow();

        assertThat(preview.before()).isNull();
        assertThat(preview.diff().changes()).isEmpty();
        assertThat(preview.news()).isTrue();
        assertThat(preview.objection()).isEmpty();
        assertThat(preview.after().rows()).hasSize(1);
        assertThat(preview.aside()).extracting(Quarantined::line).containsExactly(5);
        assertThat(count("result")).isZero();
        assertThat(count("rider")).isZero();
        assertThat(found(arrival).state()).isEqualTo(State.WAITING);
        assertThat(found(arrival).decidedBy()).isEmpty();
        assertThat(wire.preview(arrival + 1)).isEmpty();
    }

    @Test
    void a_look_says_what_would_change_and_what_would_not() {
        receive(OFFICIAL + COLUMNS + KRON + STRONG);

        var changed = preview(OFFICIAL + COLUMNS + KRON + LATER);
        assertThat(changed.before()).isNotNull();
        assertThat(changed.diff().changes()).hasSize(1);
        assertThat(changed.news()).isTrue();

        // It waits for the row that was set aside alone.
        var same = preview(OFFICIAL + COLUMNS + KRON + STRONG + UNCLEAR);
        assertThat(same.news()).isFalse();
        assertThat(same.diff().changes()).isEmpty();
        assertThat(results.byId(1).orElseThrow().revision()).isEqualTo(1);
    }

    @Test
    void a_look_at_a_list_of_winners_says_whether_it_is_new() {
        var list = "# race: Tour\nyear,family,given\n2021,Doe,Ann\n2022,Roe,Eva\n";
        var arrival = waiting(list);

        assertThat(wire.preview(arrival))
                .hasValueSatisfying(preview ->
                        assertThat(preview)
                                .isInstanceOfSatisfying(
                                        Preview.OfList.class,
                                        it -> assertThat(it.news()).isTrue()));
        assertThat(count("listed_winner")).isZero();
        wire.apply(arrival, "Ane", "");
        assertThat(count("listed_winner")).isEqualTo(2);
        assertThat(found(arrival).result()).isEmpty();

        assertThat(present(list)).isInstanceOf(ImportReceipt.Repeat.class);
        assertThat(present(list + "soon,Poe,Ida\n")).isInstanceOf(ImportReceipt.Waiting.class);
        assertThat(present(list + "2020,Poe,Ida\n")).isInstanceOf(ImportReceipt.Waiting.class);
    }

    @Test
    void what_can_not_be_put_in_says_why_and_waits_no_more() {
        receive(HEAD + "# gender: men\n" + COLUMNS + KRON);
        var arrival = waiting(HEAD + "# gender: women\n" + COLUMNS + STRONG);

        var sentence = ((Preview.Refused) wire.preview(arrival).orElseThrow()).sentence();
        wire.apply(arrival, "Ane", "It is so.");

        assertThat(found(arrival).state()).isEqualTo(State.DECLINED);
        assertThat(found(arrival).sentence()).isEqualTo(sentence).isNotBlank();
        assertThat(found(arrival).result()).isEmpty();
        assertThat(count("result_revision")).isEqualTo(1);
    }

    @Test
    void who_puts_it_in_is_noted_and_twice_is_once() {
        var arrival = waiting(HEAD + COLUMNS + KRON + UNCLEAR);

        wire.apply(arrival, "Ane", "for nothing");
        wire.apply(arrival, "Jon", "");

        var applied = found(arrival);
        assertThat(applied.state()).isEqualTo(State.APPLIED);
        assertThat(applied.decidedBy()).isEqualTo("Ane");
        assertThat(applied.sentence()).as("a reason that was not needed").isEmpty();
        assertThat(applied.result()).hasValue(1);
        assertThat(applied.revision()).isEqualTo(OptionalInt.of(1));
        assertThat(applied.receivedAt()).isEqualTo(NOW);
        assertThat(applied.receivedBy()).isEqualTo("a reporter");
        assertThat(applied.title()).isEqualTo("2023 Tour · result.csv");
        assertThat(wire.quarantine(arrival)).extracting(Quarantined::line).containsExactly(5);
        assertThat(count("result_revision")).isEqualTo(1);
    }

    @Test
    void what_is_less_sure_needs_a_reason_and_waits_until_there_is_one() {
        receive(OFFICIAL + COLUMNS + KRON + STRONG);
        var arrival = waiting(HEAD + COLUMNS + KRON + LATER);

        var preview = (Preview.OfResult) wire.preview(arrival).orElseThrow();
        assertThat(preview.objection()).isEqualTo(LESS_SURE);
        assertThat(preview.diff().changes()).hasSize(1);
        wire.apply(arrival, "Ane", " \t");
        assertThat(found(arrival).state()).isEqualTo(State.WAITING);
        assertThat(results.byId(1).orElseThrow().revision()).isEqualTo(1);

        wire.apply(arrival, "Ane", " The jury was wrong. ");

        assertThat(found(arrival).state()).isEqualTo(State.APPLIED);
        assertThat(found(arrival).sentence()).isEqualTo("The jury was wrong.");
        assertThat(found(arrival).revision()).hasValue(2);
    }

    @Test
    void from_somebody_trusted_what_is_less_sure_is_declined() {
        receive(OFFICIAL + COLUMNS + KRON + STRONG);

        var receipt = receive(HEAD + COLUMNS + KRON + LATER);

        assertThat(receipt).isEqualTo(new ImportReceipt.Declined(receipt.arrival(), LESS_SURE));
        assertThat(found(receipt.arrival()).state()).isEqualTo(State.DECLINED);
    }

    @Test
    void a_line_is_typed_anew_and_the_old_file_goes() {
        var arrival = waiting(HEAD + COLUMNS + KRON + UNCLEAR);

        var mended =
                wire.mend(arrival, 5, " 3,Roe,\u0007Eva,Israel,\t+0:20 ", "Ane", true)
                        .orElseThrow();

        assertThat(mended).isInstanceOf(ImportReceipt.Waiting.class);
        assertThat(wire.lines(mended.arrival()))
                .containsExactly(
                        "# race: Tour",
                        "# date: 2023-04-01",
                        "place,family,given,team,gap",
                        "1,Kron,Andreas,Lotto,",
                        "3,Roe, Eva,Israel,\t+0:20",
                        "");
        assertThat(found(mended.arrival()).receivedBy()).isEqualTo("Ane");
        assertThat(found(arrival).state()).isEqualTo(State.DISCARDED);
        assertThat(found(arrival).decidedBy()).isEqualTo("Ane");
    }

    @Test
    void the_first_and_the_last_line_are_lines_and_others_are_not() {
        var arrival = waiting(HEAD + COLUMNS + KRON.strip());

        assertThat(wire.mend(arrival, 0, "", "Ane", true)).isEmpty();
        assertThat(wire.mend(arrival, 5, "", "Ane", true)).isEmpty();
        assertThat(wire.mend(arrival + 1, 1, "", "Ane", true)).isEmpty();
        assertThat(wire.mend(arrival, 1, "# race: Giro", "Ane", false)).isPresent();
        assertThat(wire.mend(arrival, 4, STRONG, "Ane", false)).isPresent();
        assertThat(found(arrival).state())
                .as("who may not decide leaves the old one where it is")
                .isEqualTo(State.WAITING);
        assertThat(wire.latest(9)).extracting(Arrival::about).contains("2023 Giro");
    }

    @Test
    void a_line_typed_as_it_was_changes_nothing_and_one_that_spoils_the_file_neither() {
        var arrival = waiting(HEAD + COLUMNS + KRON.strip());

        assertThat(wire.mend(arrival, 4, KRON, "Ane", true))
                .contains(new ImportReceipt.Waiting(arrival));
        assertThat(count("wire_arrival")).isEqualTo(1);

        assertThat(wire.mend(arrival, 1, "# tour", "Ane", true))
                .containsInstanceOf(ImportReceipt.Declined.class);
        assertThat(found(arrival).state()).isEqualTo(State.WAITING);
    }

    @Test
    void lines_end_as_files_end_them_and_what_nobody_can_read_has_none() {
        var text = HEAD + COLUMNS + KRON.strip();
        assertThat(wire.lines(waiting(text.replace("\n", "\r\n")))).hasSize(4);
        assertThat(wire.lines(waiting(text.replace('\n', '\r')))).hasSize(4);
        assertThat(wire.lines(waiting("PK\u0003\u0004"))).isEmpty();
        assertThat(wire.lines(99)).isEmpty();
    }

    @Test
    void only_what_waits_is_thrown_away() {
        var waiting = waiting(HEAD + COLUMNS + KRON);
        var applied = receive(HEAD + "# stage: 2\n" + COLUMNS + KRON).arrival();

        wire.discard(waiting, "Ane");
        wire.discard(waiting, "Jon");
        wire.discard(applied, "Ane");

        assertThat(found(waiting).state()).isEqualTo(State.DISCARDED);
        assertThat(found(waiting).decidedBy()).isEqualTo("Ane");
        assertThat(found(applied).state()).isEqualTo(State.APPLIED);
        wire.apply(waiting, "Jon", "");
        assertThat(found(waiting).state()).isEqualTo(State.DISCARDED);
        assertThat(count("result_revision")).isEqualTo(1);
    }

    @Test
    void the_version_that_counts_is_taken_back_once_and_no_other() {
        var first = receive(HEAD + COLUMNS + KRON + STRONG).arrival();
        var second = receive(HEAD + COLUMNS + KRON + LATER).arrival();
        var list = receive("# race: Tour\nyear,family,given\n2022,Roe,Eva\n").arrival();
        var waits = waiting(HEAD + COLUMNS + STRONG);

        assertThat(wire.undo(first, "Ane")).as("an older version").isFalse();
        assertThat(wire.undo(list, "Ane")).as("a list").isFalse();
        assertThat(wire.undo(waits, "Ane")).as("what waits").isFalse();
        assertThat(wire.undo(99, "Ane")).as("nothing").isFalse();
        assertThat(wire.undo(second, "Ane")).isTrue();
        assertThat(wire.undo(second, "Jon")).as("twice").isFalse();

        assertThat(found(second).state()).isEqualTo(State.UNDONE);
        assertThat(found(second).decidedBy()).isEqualTo("Ane");
        assertThat(found(first).state()).isEqualTo(State.APPLIED);
        assertThat(gapOfTheSecond()).isEqualTo("+0:02");
    }

    @Test
    void a_result_that_comes_row_by_row_is_one_arrival() {
        var first = grow(OptionalLong.empty(), HEAD + COLUMNS + KRON + UNCLEAR);
        var id = OptionalLong.of(first.arrival());
        assertThat(wire.quarantine(first.arrival())).hasSize(1);

        var second = grow(id, HEAD + COLUMNS + KRON + STRONG);
        assertThat(second.arrival()).isEqualTo(first.arrival());
        assertThat(found(first.arrival()).revision()).hasValue(2);
        assertThat(wire.quarantine(first.arrival())).as("of the file before").isEmpty();
        assertThat(wire.lines(first.arrival())).contains(STRONG.strip());

        // The same rows, with a remark: no news, so the file that was put in is the one kept.
        grow(id, "# note: again\n" + HEAD + COLUMNS + KRON + STRONG);
        assertThat(found(first.arrival()).state()).isEqualTo(State.APPLIED);
        assertThat(found(first.arrival()).revision()).hasValue(2);
        assertThat(count("wire_arrival")).isEqualTo(1);

        grow(id, HEAD + COLUMNS + KRON);
        assertThat(found(first.arrival()).revision()).as("what was said before").hasValue(3);
    }

    @Test
    void growth_that_is_refused_is_kept_only_where_nothing_was_before() {
        var refused = (ImportReceipt.Declined) grow(OptionalLong.empty(), COLUMNS + KRON);
        assertThat(found(refused.arrival()).state()).isEqualTo(State.DECLINED);
        assertThat(found(refused.arrival()).sentence()).isEqualTo(refused.sentence());

        var first = grow(OptionalLong.empty(), HEAD + COLUMNS + KRON);
        var later = grow(OptionalLong.of(first.arrival()), COLUMNS + KRON);

        assertThat(later)
                .isEqualTo(new ImportReceipt.Declined(first.arrival(), refused.sentence()));
        assertThat(found(first.arrival()).state()).isEqualTo(State.APPLIED);
        assertThat(count("wire_arrival")).isEqualTo(2);
    }

    @Test
    void growth_that_somebody_has_taken_back_does_not_come_back() {
        var first = grow(OptionalLong.empty(), HEAD + COLUMNS + KRON);
        wire.undo(first.arrival(), "Ane");

        assertThat(grow(OptionalLong.of(first.arrival()), HEAD + COLUMNS + KRON + STRONG))
                .isEqualTo(
                        new ImportReceipt.Declined(
                                first.arrival(),
                                "Ane has taken this result back at the desk. Send the whole"
                                        + " file."));
        assertThat(results.byId(1)).isEmpty();
    }

    @Test
    void what_waits_comes_first_the_oldest_before_and_then_the_rest_the_newest_before() {
        var one = waiting(HEAD + "# stage: 1\n" + COLUMNS + KRON);
        var applied = receive(HEAD + "# stage: 2\n" + COLUMNS + KRON).arrival();
        var declined = waiting("nothing\n");
        var two = waiting(HEAD + "# stage: 3\n" + COLUMNS + KRON);

        assertThat(wire.latest(9))
                .extracting(Arrival::id)
                .containsExactly(one, two, declined, applied);
        assertThat(wire.latest(1)).extracting(Arrival::id).containsExactly(one);
        assertThat(found(declined).title()).as("nothing is known of it").isEqualTo("result.csv");
    }

    @Test
    void whoever_is_trusted_waits_where_something_was_guessed() {
        var receipt = receive(HEAD + "1,Kron,Andreas,Lotto,\n2,Strong,Corbin,Israel,+0:02\n");

        assertThat(receipt).isInstanceOf(ImportReceipt.Waiting.class);
        assertThat(count("result")).isZero();
    }

    private long waiting(String file) {
        return present(file).arrival();
    }

    private ImportReceipt present(String file) {
        return wire.present("result.csv", bytes(file), "a reporter");
    }

    private Preview.OfResult preview(String file) {
        return (Preview.OfResult) wire.preview(waiting(file)).orElseThrow();
    }

    private ImportReceipt receive(String file) {
        return wire.receive("result.csv", bytes(file), "the owner");
    }

    private ImportReceipt grow(OptionalLong arrival, String file) {
        return wire.grow(
                arrival, "result.csv", file.getBytes(StandardCharsets.UTF_8), "the timing");
    }

    private Arrival found(long arrival) {
        return wire.arrival(arrival).orElseThrow();
    }

    private String gapOfTheSecond() {
        return List.copyOf(results.byId(1).orElseThrow().rows()).get(1).placing().clock();
    }

    private long count(String table) {
        return sql.sql("SELECT count(*) FROM " + table).query(Long.class).single();
    }
}
