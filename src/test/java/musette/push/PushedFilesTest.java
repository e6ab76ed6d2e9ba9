package musette.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import musette.journeys.House.MovableClock;
import musette.racing.ResultChanged;
import musette.racing.Results;
import musette.store.RolledBack;
import musette.wire.Wire;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class PushedFilesTest extends RolledBack {
    private static final String FILE =
            """
            # race: Gran Premio Miguel Indurain
            # date: 2023-04-01
            place,family,given,team,gap
            1,Izagirre,Ion,Cofidis,
            2,Higuita,Sergio,BORA - hansgrohe,+0:02
            """;
    private static final String WINNERS =
            """
            # race: Gran Premio Miguel Indurain
            year,family,given
            2016,Izagirre,Ion
            """;
    private static final String ARRIVALS =
            """
            SELECT count(*)
            FROM wire_arrival
            """;
    private static final String KEYS =
            """
            SELECT count(*)
            FROM wire_push
            """;

    private final MovableClock clock = new MovableClock(Instant.parse("2023-04-01T15:29:05Z"));
    private final List<Object> news = new ArrayList<>();
    private final Senders senders;
    private final PushedFiles files;
    private Sender crono;

    PushedFilesTest(JdbcClient sql, TransactionTemplate transaction) {
        super(sql, transaction);
        senders = new Senders(sql, clock);
        var results = new Results(sql, transaction, clock, news::add);
        files =
                new PushedFiles(
                        sql, transaction, clock, new Wire(sql, transaction, clock, results));
    }

    @BeforeEach
    void oneSender() {
        crono = sender("Crono timing", "", true);
    }

    @Test
    void what_a_trusted_sender_sends_counts_at_once_and_once() {
        var first = push(crono, null, FILE);
        assertThat(first.status()).isEqualTo(201);
        assertThat(first.isProblem()).isFalse();
        assertThat(first.json())
                .contains("\"state\":\"applied\"", "\"rows\":2", "\"file\":\"stage.csv\"");
        assertThat(news).hasSize(1).first().isInstanceOf(ResultChanged.class);

        var again = push(crono, null, FILE);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json()).contains("\"state\":\"repeat\"");
        assertThat(news).hasSize(1);
    }

    @Test
    void what_others_send_waits_for_a_look() {
        var receipt = push(sender("A club", "", false), null, FILE);

        assertThat(receipt.status()).isEqualTo(202);
        assertThat(receipt.json()).contains("\"state\":\"waiting\"", "\"rows\":2");
        assertThat(news).isEmpty();
    }

    @Test
    void a_request_that_is_sent_again_under_its_key_does_nothing_twice() {
        var first = push(crono, "stage-1", FILE);

        assertThat(push(crono, "stage-1", FILE)).isEqualTo(first);
        assertThat(number(ARRIVALS)).isEqualTo(1);

        var other = push(crono, "stage-1", FILE.replace("+0:02", "+0:13"));
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.json())
                .contains("This Idempotency-Key came with another file before. Nothing was taken.");
        assertThat(number(ARRIVALS)).isEqualTo(1);
    }

    @Test
    void a_key_is_its_senders_own() {
        push(crono, "stage-1", FILE);

        var other = push(sender("Another", "", true), "stage-1", FILE.replace("+0:02", "+0:13"));

        assertThat(other.status()).isEqualTo(201);
    }

    @Test
    void a_refusal_is_remembered_like_any_answer() {
        var refused = push(crono, "noise", "no result at all");
        assertThat(refused.status()).isEqualTo(422);

        assertThat(push(crono, "noise", "no result at all")).isEqualTo(refused);
        assertThat(number(ARRIVALS)).isEqualTo(1);
    }

    @Test
    void a_key_has_some_signs_and_not_too_many() {
        for (var key : List.of("", "  ", "k".repeat(201))) {
            var refused = push(crono, key, FILE);
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.json()).contains("up to 200 characters");
        }
        assertThat(number(ARRIVALS)).isZero();

        assertThat(push(crono, "k".repeat(200), FILE).status()).isEqualTo(201);
    }

    @Test
    void keys_are_kept_for_two_days() {
        push(crono, "stage-1", FILE);
        clock.advance(Duration.ofDays(2));
        files.forgetOldKeys();
        assertThat(number(KEYS)).isEqualTo(1);

        clock.advance(Duration.ofMillis(1));
        files.forgetOldKeys();

        assertThat(number(KEYS)).isZero();
        assertThat(push(crono, "stage-1", FILE).status()).isEqualTo(200);
    }

    @Test
    void a_token_is_for_its_race_alone_whatever_form_the_file_has() {
        var tour = sender("Tour timing", "Tour de France", true);

        for (var file : List.of(FILE, WINNERS)) {
            var refused = push(tour, null, file);
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.json())
                    .contains(
                            "This token is for the race tour-de-france; the file is of"
                                    + " gran-premio-miguel-indurain.");
        }
        assertThat(number(ARRIVALS)).isZero();
    }

    @Test
    void a_list_of_winners_is_taken_too() {
        assertThat(push(crono, null, WINNERS).json())
                .contains("\"state\":\"applied\"", "\"rows\":1");
        assertThat(push(crono, null, WINNERS).json()).contains("\"state\":\"repeat\"");
    }

    @Test
    void rows_that_cannot_be_read_are_said_with_their_reason_and_the_others_count() {
        var receipt = push(crono, null, FILE + "soon,Kron,Andreas,Lotto,\n");

        assertThat(receipt.status()).isEqualTo(201);
        assertThat(receipt.json()).contains("\"rows\":2", "\"line\":6", "soon,Kron,Andreas");
    }

    @Test
    void a_file_whose_columns_are_guessed_waits_even_from_a_trusted_sender() {
        var receipt =
                push(
                        crono,
                        null,
                        """
                        # race: Gran Premio Miguel Indurain
                        # date: 2023-04-01
                        1;IZAGIRRE Ion;Cofidis;5:09:05
                        2;HIGUITA Sergio;BORA;5:09:07
                        """);

        assertThat(receipt.status()).isEqualTo(202);
        assertThat(receipt.json()).contains("\"state\":\"waiting\"");
        assertThat(news).isEmpty();
    }

    private PushReceipt push(Sender sender, @Nullable String key, String file) {
        return files.take(sender, key, "stage.csv", file.getBytes(StandardCharsets.UTF_8));
    }

    private Sender sender(String name, String race, boolean goesLive) {
        var made = (Senders.Made) senders.make(name, race, goesLive, "Ane Lasa");
        return senders.of(made.token()).orElseThrow();
    }

    private long number(String question) {
        return sql.sql(question).query(Long.class).single();
    }
}
