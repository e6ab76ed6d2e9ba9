package musette.bench;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Compares what clients were told with what is in the database and what arrived by mail.
record KillCount(Path data, KillLoad.Ledger ledger, MailSink sink) {
    private static final int MOST_POLLS = 600;
    private static final long POLL_NANOS = 100_000_000;

    private static final String STORIES_KEPT =
            """
            SELECT count(DISTINCT headline)
            FROM story_revision
            WHERE headline = ANY(:told)
            """;
    private static final String ADDRESSES_CHARGED =
            """
            SELECT count(DISTINCT i.email)
            FROM charge c
            JOIN checkout_intent i ON i.id = c.intent
            WHERE i.email = ANY(:told)
            """;
    private static final String CHARGED_TWICE =
            """
            SELECT count(*)
            FROM (
                SELECT
                FROM till_payment p
                JOIN checkout_intent i ON i.id = p.intent
                WHERE p.outcome = 'paid'
                GROUP BY i.email
                HAVING count(*) > 1) AS twice
            """;
    private static final String MAILS_UNDER_WAY =
            """
            SELECT count(*)
            FROM outbox_mail
            WHERE state IN ('waiting', 'sending')
            """;
    private static final String MAILS_UNCERTAIN =
            """
            SELECT count(*)
            FROM outbox_mail
            WHERE uncertain
            """;

    Map<String, Object> figures(int kills, List<Long> recoveries, int stuck, PrintStream people) {
        var sql = JdbcClient.create(PostgresBeside.of(data).database());
        for (int poll = 0; poll < MOST_POLLS && one(sql.sql(MAILS_UNDER_WAY)) > 0; poll++) {
            LockSupport.parkNanos(POLL_NANOS);
        }
        var lost =
                ledger.stories().size()
                        - one(sql.sql(STORIES_KEPT).param("told", array(ledger.stories())))
                        + ledger.joined().size()
                        - one(sql.sql(ADDRESSES_CHARGED).param("told", array(ledger.joined())));
        var mailsLost =
                ledger.signedUp().stream()
                        .filter(address -> !sink.recipients().contains(address))
                        .count();
        var sorted = recoveries.stream().sorted().toList();
        var figures = new LinkedHashMap<String, Object>();
        figures.put("kills", kills);
        figures.put("acknowledged", ledger.acknowledged());
        figures.put("lost", lost);
        figures.put("doubled_charges", one(sql.sql(CHARGED_TWICE)));
        figures.put("mails_lost", mailsLost);
        figures.put("mails_doubled", sink.doubled());
        figures.put("listed_uncertain", one(sql.sql(MAILS_UNCERTAIN)));
        figures.put("recovery_median_s", seconds(sorted.get(sorted.size() / 2)));
        figures.put("recovery_max_s", seconds(sorted.getLast()));
        figures.put("stuck_starts", stuck);
        people.printf(
                "%,d stories, %,d sign-ups, %,d payments were acknowledged%n",
                ledger.stories().size(), ledger.signedUp().size(), ledger.joined().size());
        return figures;
    }

    private static double seconds(long nanos) {
        return Math.round(nanos / 1e7) / 100.0;
    }

    private static long one(JdbcClient.StatementSpec question) {
        return question.query(Long.class).single();
    }

    private static String[] array(Collection<String> words) {
        return words.toArray(String[]::new);
    }
}
