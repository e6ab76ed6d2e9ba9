package musette.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import musette.journeys.House.MovableClock;
import musette.push.Senders.Made;
import musette.push.Senders.Refused;
import musette.store.RolledBack;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

class SendersTest extends RolledBack {
    private static final Instant NOON = Instant.parse("2023-04-01T12:00:00Z");
    private static final String TOKENS =
            """
            SELECT string_agg(wire_sender::text, ' ')
            FROM wire_sender
            """;

    private final MovableClock clock = new MovableClock(NOON);
    private final Senders senders;

    SendersTest(JdbcClient sql, TransactionTemplate transaction) {
        super(sql, transaction);
        senders = new Senders(sql, clock);
    }

    @Test
    void a_sender_is_known_by_its_token_which_is_kept_nowhere() {
        var token = made("Crono timing", "Gran Premio Miguel Indurain", true);

        assertThat(token).startsWith("musette_").hasSizeGreaterThan(30);
        var sender = senders.of(token).orElseThrow();
        assertThat(sender.name()).isEqualTo("Crono timing");
        assertThat(sender.race()).isEqualTo("gran-premio-miguel-indurain");
        assertThat(sender.goesLive()).isTrue();
        assertThat(sender.madeAt()).isEqualTo(NOON);
        assertThat(sender.madeBy()).isEqualTo("Ane Lasa");
        assertThat(sender.lastUsedAt()).isNull();
        assertThat(senders.isHolder(token)).isTrue();
        assertThat(sql.sql(TOKENS).query(String.class).single())
                .doesNotContain(token)
                .doesNotContain(token.substring("musette_".length()));
    }

    @Test
    void a_token_that_nobody_was_given_opens_nothing() {
        var token = made("Crono timing", "", true);

        assertThat(senders.of(token + "x")).isEmpty();
        assertThat(senders.of("")).isEmpty();
        assertThat(senders.isHolder(token.toUpperCase(Locale.ROOT))).isFalse();
    }

    @Test
    void one_that_was_ended_opens_nothing_and_leaves_its_name() {
        var token = made("Crono timing", "", true);
        var id = senders.all().getFirst().id();

        assertThat(senders.end(id)).isTrue();
        assertThat(senders.end(id)).isFalse();

        assertThat(senders.of(token)).isEmpty();
        assertThat(senders.isHolder(token)).isFalse();
        assertThat(senders.all()).isEmpty();
        assertThat(made("Crono timing", "", true)).isNotEqualTo(token);
    }

    @Test
    void its_use_is_noted_once_a_minute() {
        var token = made("Crono timing", "", false);
        senders.of(token);
        assertThat(senders.all().getFirst().lastUsedAt()).isEqualTo(NOON);

        clock.advance(Duration.ofMinutes(1));
        senders.of(token);
        assertThat(senders.all().getFirst().lastUsedAt()).isEqualTo(NOON);

        clock.advance(Duration.ofMillis(1));
        senders.isHolder(token);
        assertThat(senders.all().getFirst().lastUsedAt()).isEqualTo(NOON);
        senders.of(token);
        assertThat(senders.all().getFirst().lastUsedAt())
                .isEqualTo(NOON.plus(Duration.ofMinutes(1)).plusMillis(1));
    }

    @Test
    void a_name_is_given_and_no_longer_than_a_line() {
        assertThat(senders.make("  ", "", true, "Ane Lasa"))
                .isEqualTo(new Refused("Give it a name of up to 60 letters."));
        assertThat(senders.make("n".repeat(61), "", true, "Ane Lasa")).isInstanceOf(Refused.class);
        assertThat(senders.all()).isEmpty();

        made(" " + "n".repeat(60) + " ", " ", true);
        assertThat(senders.all().getFirst().name()).isEqualTo("n".repeat(60));
        assertThat(senders.all().getFirst().race()).isNull();
    }

    @Test
    void two_of_one_name_are_not_told_apart() {
        made("Crono timing", "", true);

        var second =
                nested().execute(status -> {
                    var making = senders.make("Crono timing", "", true, "Jon Ibarra");
                    status.setRollbackOnly();
                    return making;
                });

        assertThat(second)
                .isEqualTo(
                        new Refused(
                                "There is a sender 'Crono timing' already. End that one first, or"
                                        + " choose another name."));
    }

    @Test
    void one_race_or_every_race() {
        var one = senders.of(made("One", "Tour de France", true)).orElseThrow();
        var all = senders.of(made("All", "", true)).orElseThrow();

        assertThat(one.maySend("tour-de-france")).isTrue();
        assertThat(one.maySend("giro-d-italia")).isFalse();
        assertThat(all.maySend("giro-d-italia")).isTrue();
    }

    /// PostgreSQL answers nothing more in a transaction of which a statement failed.
    private TransactionTemplate nested() {
        var nested = new TransactionTemplate(transaction.getTransactionManager());
        nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        return nested;
    }

    private String made(String name, String race, boolean goesLive) {
        return ((Made) senders.make(name, race, goesLive, "Ane Lasa")).token();
    }
}
