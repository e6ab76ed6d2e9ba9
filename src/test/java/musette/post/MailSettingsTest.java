package musette.post;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import musette.journeys.House;
import org.junit.jupiter.api.Test;
import org.subethamail.smtp.RejectException;

class MailSettingsTest {
    private static final Instant FINISH = Instant.parse("2023-04-01T15:12:00Z");

    @Test
    void mail_goes_to_the_server_that_was_named_and_is_given_up_when_patience_ends() {
        try (var server = TestMailServer.open();
                var house =
                        House.open(
                                FINISH,
                                "musette.post.host=127.0.0.1",
                                "musette.post.port=" + server.port(),
                                "musette.post.tls=none",
                                "musette.post.from=desk@estella.example",
                                "musette.post.patience=1h")) {
            var outbox = house.ask(Outbox.class);
            outbox.send(mail("Goes out"));
            await().until(() -> server.taken().size() == 1);

            server.mood(address -> {
                throw new RejectException(451, "Not now");
            });
            outbox.send(mail("Waits"));
            await().until(() -> outbox.stuck(9).size() == 1);
            house.clock().advance(Duration.ofHours(2));
            outbox.ring();
            await().until(() -> outbox.stuck(9).getFirst().answer().startsWith("given up"));
        }
    }

    @Test
    void a_user_without_a_password_stops_the_start() {
        assertThatThrownBy(() -> House.open(FINISH, "musette.post.user=desk").close())
                .hasStackTraceContaining("are set together or not at all");
    }

    private static Mail mail(String subject) {
        return Mail.of("test", new Mailbox("ion@izagirre.example"), subject, "Allez!\n");
    }
}
