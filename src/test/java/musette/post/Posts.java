package musette.post;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import musette.journeys.House.MovableClock;
import musette.post.PostSettings.Tls;
import musette.site.Address;
import musette.site.SiteSettings;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A post office for tests: outbox and round on a real database, a clock the test moves.
record Posts(JdbcClient sql, MovableClock clock, Outbox outbox, MailCatcher catcher) {
    static final SiteSettings SITE =
            new SiteSettings("Musette", "", ZoneId.of("Europe/Madrid"), "GB", "", "", List.of());

    static final UUID NODE = UUID.randomUUID();

    static Posts at(JdbcClient sql, Instant now) {
        var clock = new MovableClock(now);
        return new Posts(
                sql,
                clock,
                new Outbox(sql, clock),
                new MailCatcher(caught(), new CaughtMails(sql, clock)));
    }

    static PostSettings caught() {
        return new PostSettings(
                null, 587, null, null, Tls.STARTTLS, null, Duration.ofDays(5), 20, 500);
    }

    static PostSettings plain(int port) {
        return new PostSettings(
                "127.0.0.1",
                port,
                null,
                null,
                Tls.NONE,
                "news@musette.example",
                Duration.ofDays(5),
                20,
                500);
    }

    DeliveryRun to(PostSettings settings) {
        return new DeliveryRun(
                sql, clock, new MailRoute(settings, catcher, SITE, new Address(SITE)), NODE);
    }

    DeliveryRun to(TestMailServer server) {
        return to(plain(server.port()));
    }

    DeliveryRun toTheCatcher() {
        return to(caught());
    }

    void send(String to, String subject) {
        outbox.send(Mail.of("test", new Mailbox(to), subject, "Allez!\n"));
    }

    String state(String subject) {
        return sql.sql("SELECT state FROM outbox_mail WHERE subject = :subject")
                .param("subject", subject)
                .query(String.class)
                .single();
    }
}
