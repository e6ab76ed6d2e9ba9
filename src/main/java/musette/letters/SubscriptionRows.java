package musette.letters;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import musette.post.Mailbox;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The table of subscriptions. A row that somebody has left is history and never comes back.
@Component
class SubscriptionRows {
    private static final String ASK_FOR_LETTER =
            """
            INSERT INTO letter_subscription
                (newsletter_id, address, address_key, asked_at, asked_on)
            SELECT id, :address, :key, :now, :page
            FROM newsletter
            WHERE slug IN (:slugs)
            ON CONFLICT (newsletter_id, address_key) WHERE left_at IS NULL DO UPDATE
            SET asked_at = excluded.asked_at, asked_on = excluded.asked_on
            WHERE letter_subscription.confirmed_at IS NULL
            """;
    private static final String CURRENT_OF_ADDRESS =
            """
            SELECT s.id, s.confirmed_at, n.slug, n.name, n.description
            FROM letter_subscription s
            JOIN newsletter n ON n.id = s.newsletter_id
            WHERE s.address_key = :key AND n.slug IN (:slugs) AND s.left_at IS NULL
            ORDER BY n.sort, n.id
            """;
    private static final String CONFIRMED_OF_ADDRESS =
            """
            SELECT s.id, s.confirmed_at, n.slug, n.name, n.description
            FROM letter_subscription s
            JOIN newsletter n ON n.id = s.newsletter_id
            WHERE s.address_key = :key AND s.confirmed_at IS NOT NULL AND s.left_at IS NULL
            ORDER BY n.sort, n.id
            """;
    private static final String CURRENT_BY_IDS =
            """
            SELECT s.id, s.confirmed_at, n.slug, n.name, n.description
            FROM letter_subscription s
            JOIN newsletter n ON n.id = s.newsletter_id
            WHERE s.id IN (:ids) AND s.left_at IS NULL
            ORDER BY n.sort, n.id
            """;
    private static final String CONFIRM_SUBSCRIPTION =
            """
            UPDATE letter_subscription
            SET confirmed_at = :now
            WHERE id IN (:ids) AND confirmed_at IS NULL AND left_at IS NULL
            """;
    private static final String LETTER_OF_SUBSCRIPTION =
            """
            SELECT n.slug, n.name, n.description
            FROM letter_subscription s
            JOIN newsletter n ON n.id = s.newsletter_id
            WHERE s.id = :id
            """;
    private static final String END_SUBSCRIPTION =
            """
            UPDATE letter_subscription
            SET left_at = :now, left_by = :by
            WHERE id = :id AND left_at IS NULL
            """;
    private static final String FORGET_UNCONFIRMED =
            """
            DELETE FROM letter_subscription
            WHERE confirmed_at IS NULL AND left_at IS NULL AND asked_at < :before
            """;

    private final JdbcClient sql;
    private final Clock clock;

    SubscriptionRows(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    void ask(Mailbox address, List<Newsletter> letters, String page) {
        sql.sql(ASK_FOR_LETTER)
                .param("address", address.address())
                .param("key", address.key())
                .param("now", now())
                .param("page", page)
                .param("slugs", slugs(letters))
                .update();
    }

    List<LetterSubscription> current(Mailbox address, List<Newsletter> letters) {
        return sql.sql(CURRENT_OF_ADDRESS)
                .param("key", address.key())
                .param("slugs", slugs(letters))
                .query(SubscriptionRows::subscription)
                .list();
    }

    List<LetterSubscription> confirmed(Mailbox address) {
        return sql.sql(CONFIRMED_OF_ADDRESS)
                .param("key", address.key())
                .query(SubscriptionRows::subscription)
                .list();
    }

    /// @param ids as a token carries them: `12,13`
    List<LetterSubscription> byIds(String ids) {
        return sql.sql(CURRENT_BY_IDS)
                .param("ids", numbers(ids))
                .query(SubscriptionRows::subscription)
                .list();
    }

    void confirm(String ids) {
        sql.sql(CONFIRM_SUBSCRIPTION).param("ids", numbers(ids)).param("now", now()).update();
    }

    Optional<Newsletter> letter(long id) {
        return sql.sql(LETTER_OF_SUBSCRIPTION)
                .param("id", id)
                .query(Newsletters::newsletter)
                .optional();
    }

    void leave(long id, String by) {
        sql.sql(END_SUBSCRIPTION).param("id", id).param("now", now()).param("by", by).update();
    }

    void forgetUnconfirmed(Duration age) {
        sql.sql(FORGET_UNCONFIRMED).param("before", now().minus(age)).update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    private static List<String> slugs(List<Newsletter> letters) {
        return letters.stream().map(Newsletter::slug).toList();
    }

    private static List<Long> numbers(String ids) {
        return Arrays.stream(ids.split(",")).map(Long::valueOf).toList();
    }

    private static LetterSubscription subscription(ResultSet row, int number) throws SQLException {
        return new LetterSubscription(
                row.getLong("id"),
                Newsletters.newsletter(row, number),
                row.getObject("confirmed_at") != null);
    }
}
