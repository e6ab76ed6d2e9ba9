package musette.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Multipart;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.IntStream;
import musette.store.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.subethamail.smtp.DropConnectionException;
import org.subethamail.smtp.RejectException;

@ExtendWith(TestDatabase.class)
class DeliveryRunTest {
    private static final Instant FINISH = Instant.parse("2023-04-01T15:12:00Z");

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Posts posts;
    private final TestMailServer server = TestMailServer.open();

    DeliveryRunTest(JdbcClient sql, TransactionTemplate transaction) {
        this.sql = sql;
        this.transaction = transaction;
        this.posts = Posts.at(sql, FINISH);
    }

    @BeforeEach
    void empty() {
        sql.sql("DELETE FROM outbox_mail").update();
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void a_mail_arrives_as_it_was_written() throws Exception {
        posts.outbox()
                .send(
                        Mail.of(
                                        "test",
                                        new Mailbox("ion@izagirre.example"),
                                        "Agur, Estella: Izagirre irabazle – 2\u2033",
                                        "Izagirre wins.\nSkjelmose at 13 seconds.\n.\nA dot.\n")
                                .withHtml("<p>Izagirre wins.</p>")
                                .withHeader("List-Unsubscribe", "<https://news.example/l/1>"));

        walk(posts.to(server));

        var mail = server.taken().getFirst();
        assertThat(mail.getSubject()).isEqualTo("Agur, Estella: Izagirre irabazle – 2\u2033");
        assertThat(mail.getFrom()[0]).hasToString("Musette <news@musette.example>");
        assertThat(mail.getHeader("List-Unsubscribe"))
                .containsExactly("<https://news.example/l/1>");
        assertThat(mail.getSentDate()).isEqualTo(FINISH);
        var parts = (Multipart) mail.getContent();
        assertThat(parts.getBodyPart(0).getContent())
                .asString()
                .isEqualToNormalizingNewlines(
                        "Izagirre wins.\nSkjelmose at 13 seconds.\n.\nA dot.\n");
        assertThat(parts.getBodyPart(1).getContent()).asString().contains("<p>Izagirre wins.</p>");
    }

    @Test
    void a_mail_of_a_transaction_that_failed_never_was() {
        transaction.executeWithoutResult(status -> {
            posts.send("ion@izagirre.example", "Rolled back");
            status.setRollbackOnly();
        });

        walk(posts.to(server));

        assertThat(server.taken()).isEmpty();
    }

    @Test
    void a_server_that_says_later_gets_the_same_mail_later() {
        server.mood(address -> reject(451, "Greylisted, come back"));
        posts.send("ion@izagirre.example", "Later");
        walk(posts.to(server));
        assertThat(posts.state("Later")).isEqualTo("waiting");
        assertThat(posts.outbox().stuck(9).getFirst().answer()).contains("Greylisted");

        server.mood(address -> {});
        walk(posts.to(server));
        assertThat(server.taken()).as("before its pause is over").isEmpty();
        posts.clock().advance(Duration.ofSeconds(30));
        walk(posts.to(server));

        assertThat(server.messageIds()).containsExactly(messageId("Later"));
        assertThat(posts.state("Later")).isEqualTo("sent");
        assertThat(posts.outbox().stuck(9)).isEmpty();
    }

    @Test
    void what_the_server_answered_is_noted_once_the_database_is_back() {
        server.mood(address -> databaseGoes());
        posts.send("ion@izagirre.example", "Answered in the dark");
        var round = posts.to(server);
        assertThatThrownBy(() -> walk(round)).isInstanceOf(DataAccessException.class);

        databaseComesBack();
        server.mood(address -> {});
        walk(round);

        assertThat(posts.state("Answered in the dark")).isEqualTo("sent");
        assertThat(server.taken()).hasSize(1);
        assertThat(posts.outbox().uncertain(9)).isEmpty();
    }

    @Test
    void a_mail_taken_in_a_statement_whose_answer_was_lost_goes_at_once() {
        posts.send("ion@izagirre.example", "Taken in the dark");
        var round = posts.to(server);
        databaseGoes();
        assertThatThrownBy(() -> walk(round)).isInstanceOf(DataAccessException.class);
        databaseComesBack();
        sql.sql(
                        "UPDATE outbox_mail SET state = 'sending', attempts = 1, holder = :node,"
                                + " next_try = next_try + interval '10 minutes'")
                .param("node", Posts.NODE)
                .update();

        walk(round);

        assertThat(posts.state("Taken in the dark")).isEqualTo("sent");
        assertThat(posts.outbox().uncertain(9)).isEmpty();
    }

    private void databaseGoes() {
        sql.sql("ALTER TABLE outbox_mail RENAME TO outbox_mail_gone").update();
    }

    private void databaseComesBack() {
        sql.sql("ALTER TABLE outbox_mail_gone RENAME TO outbox_mail").update();
    }

    @Test
    void a_refused_mail_is_not_tried_again_and_holds_up_no_other() {
        server.mood(address -> {
            if (address.startsWith("nobody")) {
                reject(550, "No such user");
            }
        });
        posts.send("nobody@izagirre.example", "Refused");
        posts.send("ion@izagirre.example", "Welcome");

        walk(posts.to(server));

        assertThat(posts.state("Refused")).isEqualTo("refused");
        assertThat(posts.state("Welcome")).isEqualTo("sent");
        assertThat(posts.outbox().stuck(9).getFirst().nextTry()).isNull();
        assertThat(wordsKept()).as("words of settled mails").isZero();
    }

    @Test
    void a_recipient_turned_away_at_the_door_is_refused_or_put_off_alike() {
        server.atTheDoor(address -> {
            if (address.startsWith("nobody")) {
                reject(550, "No such user");
            }
            if (address.startsWith("full")) {
                reject(450, "Mailbox busy");
            }
        });
        posts.send("nobody@izagirre.example", "No door");
        posts.send("full@izagirre.example", "Full");
        posts.send("ion@izagirre.example", "Open door");

        walk(posts.to(server));

        assertThat(posts.state("No door")).isEqualTo("refused");
        assertThat(posts.state("Full")).isEqualTo("waiting");
        assertThat(posts.state("Open door")).isEqualTo("sent");
    }

    @Test
    void a_mail_is_given_up_when_the_server_says_later_for_five_days() {
        server.mood(address -> reject(452, "Mailbox full"));
        posts.send("ion@izagirre.example", "Too late");
        posts.clock().advance(Duration.ofDays(5).plusSeconds(1));

        walk(posts.to(server));

        assertThat(posts.state("Too late")).isEqualTo("refused");
    }

    @Test
    void nothing_is_lost_while_the_server_is_away() {
        var port = server.port();
        server.close();
        IntStream.range(0, 20).forEach(i -> posts.send("ion@izagirre.example", "Mail " + i));

        assertThat(posts.to(Posts.plain(port)).walk(() -> true))
                .isInstanceOf(DeliveryRun.Ending.ServerAway.class);
        assertThat(posts.outbox().waiting()).isEqualTo(20);

        try (var back = TestMailServer.openOn(port)) {
            walk(posts.to(back));
            assertThat(back.messageIds()).hasSize(20).doesNotHaveDuplicates();
        }
    }

    @Test
    void a_connection_that_breaks_in_the_middle_loses_nothing() {
        server.mood(address -> {
            throw new DropConnectionException(421, "Gone for lunch");
        });
        posts.send("ion@izagirre.example", "Broken off");
        assertThat(posts.to(server).walk(() -> true))
                .isInstanceOf(DeliveryRun.Ending.ServerAway.class);

        server.mood(address -> {});
        posts.clock().advance(Duration.ofMinutes(1));
        walk(posts.to(server));

        assertThat(server.messageIds()).containsExactly(messageId("Broken off"));
    }

    @Test
    void after_a_crash_between_handing_over_and_noting_it_the_same_message_goes_again() {
        posts.send("ion@izagirre.example", "In hand");
        // The server takes it, and in that moment the database goes: the note is never written.
        server.mood(address -> sql.sql("ALTER TABLE outbox_mail RENAME TO away").update());
        var round = posts.to(server);
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> walk(round))).isNotNull();
        sql.sql("ALTER TABLE away RENAME TO outbox_mail").update();
        server.mood(address -> {});

        walk(posts.to(server));
        assertThat(server.taken()).as("before its lease is over").hasSize(1);
        posts.clock().advance(DeliveryRun.LEASE);
        walk(posts.to(server));

        var id = messageId("In hand");
        assertThat(server.messageIds()).containsExactly(id, id);
        assertThat(posts.state("In hand")).isEqualTo("sent");
    }

    @Test
    void what_a_dead_program_had_in_hand_goes_again_at_once_and_is_listed_as_uncertain() {
        posts.send("ion@izagirre.example", "Held by the dead");
        posts.send("ion@izagirre.example", "Held by the living");
        hold("Held by the dead", UUID.randomUUID());
        var living = UUID.randomUUID();
        hold("Held by the living", living);
        sql.sql("INSERT INTO node VALUES (:id, now())").param("id", living).update();

        walk(posts.to(server));

        assertThat(server.messageIds()).containsExactly(messageId("Held by the dead"));
        assertThat(posts.outbox().uncertain(9))
                .extracting(Outbox.Uncertain::subject)
                .containsExactly("Held by the dead");
    }

    private void hold(String subject, UUID holder) {
        sql.sql(
                        """
                        UPDATE outbox_mail
                        SET state = 'sending', holder = :holder, next_try = next_try + interval '9 minutes'
                        WHERE subject = :subject
                        """)
                .param("holder", holder)
                .param("subject", subject)
                .update();
    }

    @Test
    void two_senders_share_the_work_and_send_nothing_twice() throws Exception {
        IntStream.range(0, 60).forEach(i -> posts.send("ion@izagirre.example", "Mail " + i));

        var other = Thread.ofVirtual().start(() -> posts.to(server).walk(() -> true));
        walk(posts.to(server));
        other.join();

        assertThat(server.messageIds()).hasSize(60).doesNotHaveDuplicates();
    }

    private static void walk(DeliveryRun round) {
        assertThat(round.walk(() -> true)).isInstanceOf(DeliveryRun.Ending.NothingLeft.class);
    }

    private static void reject(int code, String words) throws RejectException {
        throw new RejectException(code, words);
    }

    private String messageId(String subject) {
        return sql.sql("SELECT message_id FROM outbox_mail WHERE subject = :subject")
                .param("subject", subject)
                .query((row, n) -> "<" + row.getString(1) + "@musette.example>")
                .single();
    }

    private long wordsKept() {
        return sql.sql("SELECT count(*) FROM outbox_mail WHERE text_body IS NOT NULL")
                .query(Long.class)
                .single();
    }
}
