package musette.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import musette.journeys.House.MovableClock;
import musette.store.RolledBack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class AuditLogTest extends RolledBack {
    private static final Instant NOON = Instant.parse("2023-04-01T12:00:00Z");
    private static final long ANE = 1;
    private static final long JON = 2;
    private static final String PUBLISHED = "/desk/stories/{id}/publication";
    private static final String INVITED = "/desk/staff";

    private final MovableClock clock = new MovableClock(NOON);
    private final AuditLog log;

    AuditLogTest(JdbcClient sql, TransactionTemplate transaction) {
        super(sql, transaction);
        log = new AuditLog(sql, clock);
    }

    @Test
    void what_was_done_is_told_with_its_doer_its_moment_and_its_thing() {
        log.add(ANE, PUBLISHED, "story", OptionalLong.of(7), "");
        clock.advance(Duration.ofMinutes(1));
        log.add(JON, INVITED, "", OptionalLong.empty(), "Nerea Díaz");

        var entries = log.latest(0, 0, 10);
        assertThat(entries)
                .containsExactly(
                        new AuditEntry(
                                entries.getFirst().id(),
                                NOON.plus(Duration.ofMinutes(1)),
                                JON,
                                INVITED,
                                "",
                                OptionalLong.empty(),
                                "Nerea Díaz"),
                        new AuditEntry(
                                entries.getLast().id(),
                                NOON,
                                ANE,
                                PUBLISHED,
                                "story",
                                OptionalLong.of(7),
                                ""));
    }

    @Test
    void the_newest_come_first_a_page_at_a_time_and_for_one_member() {
        for (int i = 0; i < 5; i++) {
            log.add(i % 2 == 0 ? ANE : JON, PUBLISHED, "story", OptionalLong.of(i), "");
        }

        var page = log.latest(0, 0, 2);
        assertThat(page).extracting(it -> it.aboutId().getAsLong()).containsExactly(4L, 3L);
        assertThat(log.latest(0, page.getLast().id(), 2))
                .extracting(it -> it.aboutId().getAsLong())
                .containsExactly(2L, 1L);
        assertThat(log.latest(JON, 0, 10))
                .extracting(it -> it.aboutId().getAsLong())
                .containsExactly(3L, 1L);
        assertThat(log.latest(JON, log.latest(JON, 0, 1).getFirst().id(), 10)).hasSize(1);
        assertThat(log.latest(99, 0, 10)).isEmpty();
    }

    @Test
    void what_was_done_to_one_thing_is_told_alone() {
        log.add(ANE, PUBLISHED, "story", OptionalLong.of(7), "");
        log.add(ANE, "/desk/results/{id}/undo", "arrival", OptionalLong.of(7), "");
        log.add(JON, "/desk/stories/{id}/withdrawal", "story", OptionalLong.of(7), "A wrong race");
        log.add(JON, PUBLISHED, "story", OptionalLong.of(8), "");

        assertThat(log.about("story", 7, 10))
                .extracting(AuditEntry::detail)
                .containsExactly("A wrong race", "");
        assertThat(log.about("story", 7, 1)).hasSize(1);
        assertThat(log.about("member", 7, 10)).isEmpty();
    }

    @Test
    void long_words_are_cut_between_signs() {
        log.add(ANE, PUBLISHED, "story", OptionalLong.of(1), "w".repeat(300));
        log.add(ANE, PUBLISHED, "story", OptionalLong.of(2), "w".repeat(301));
        log.add(ANE, PUBLISHED, "story", OptionalLong.of(3), "🚴".repeat(301));

        assertThat(log.latest(0, 0, 3))
                .extracting(AuditEntry::detail)
                .containsExactly("🚴".repeat(299) + "…", "w".repeat(299) + "…", "w".repeat(300));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE audit_entry SET member = 2",
                "DELETE FROM audit_entry",
                "TRUNCATE audit_entry"
            })
    void nobody_changes_what_was_written_down(String change) {
        log.add(ANE, PUBLISHED, "story", OptionalLong.of(7), "");

        assertThatThrownBy(() -> sql.sql(change).update()).isInstanceOf(DataAccessException.class);
    }
}
