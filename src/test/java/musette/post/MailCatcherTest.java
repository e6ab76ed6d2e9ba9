package musette.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import musette.post.PostSettings.Tls;
import musette.store.TestDatabase;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(TestDatabase.class)
class MailCatcherTest {
    private static final Instant FINISH = Instant.parse("2023-04-01T15:12:00Z");

    private final JdbcClient sql;
    private final Posts posts;

    MailCatcherTest(JdbcClient sql) {
        this.sql = sql;
        this.posts = Posts.at(sql, FINISH);
    }

    @Test
    void a_caught_mail_can_be_read_after_a_restart() {
        posts.catcher().start();
        posts.outbox()
                .send(
                        Mail.of(
                                        "test",
                                        new Mailbox("sergio@higuita.example"),
                                        "Higuita at 2\u2033",
                                        "Two seconds behind Izagirre.\n")
                                .withHtml("<script>alert(1)</script>"));
        posts.toTheCatcher().walk(() -> true);
        posts.catcher().stop();

        var after = new CaughtMails(sql, posts.clock());
        var line = after.latest(1).getFirst();
        var mail = after.find(line.id()).orElseThrow();

        assertThat(line.subject()).isEqualTo("Higuita at 2\u2033");
        assertThat(mail.to()).isEqualTo("sergio@higuita.example");
        assertThat(mail.text()).startsWith("Two seconds behind Izagirre.");
        assertThat(mail.html()).contains("<script>");
        assertThat(mail.head()).contains("Message-ID: <").contains("Auto-Submitted");
    }

    @Test
    void only_the_newest_thousand_are_kept() {
        var mails = new CaughtMails(sql, posts.clock());
        sql.sql(
                        """
                        INSERT INTO caught_mail (caught_at, sender, recipient, subject, raw)
                        SELECT now(), 'a@musette.example', 'b@musette.example', 'Old', ''
                        FROM generate_series(1, 1000)
                        """)
                .update();
        for (int i = 1; i <= 5; i++) {
            mails.keep("a@musette.example", "b@musette.example", ascii("Subject: New\r\n\r\n"));
        }

        assertThat(mails.latest(2_000)).hasSizeLessThanOrEqualTo(CaughtMails.MOST);
        assertThat(mails.latest(5)).allMatch(mail -> mail.subject().equals("New"));
    }

    @Test
    void a_stranger_on_this_machine_can_not_put_mail_before_the_desk() {
        posts.catcher().start();
        var known = posts.catcher().server();
        posts.send("ion@izagirre.example", "Mine");
        var stranger = new MailServer(known.host(), known.port(), "postman", "guessed", Tls.NONE);

        assertThatThrownBy(() -> stranger.open(new Mailbox("a@musette.example")))
                .isInstanceOf(jakarta.mail.AuthenticationFailedException.class);
        assertThat(anonymous(known.port())).startsWith("530");
        posts.catcher().stop();
    }

    @Test
    void nobody_outside_this_machine_can_reach_it() throws IOException {
        var outside = outsideAddress();
        Assumptions.assumeTrue(outside.isPresent(), "this machine has no address but loopback");
        posts.catcher().start();

        var port = posts.catcher().server().port();
        try (var socket = new Socket()) {
            assertThatThrownBy(
                            () -> socket.connect(new InetSocketAddress(outside.get(), port), 2_000))
                    .isInstanceOf(IOException.class);
        }
        posts.catcher().stop();
    }

    /// What the catcher answers to MAIL FROM without a password.
    private static String anonymous(int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(ascii("HELO a\r\nMAIL FROM:<a@b.example>\r\nQUIT\r\n"));
            var lines =
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            return lines.lines().skip(2).findFirst().orElse("");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Optional<Inet4Address> outsideAddress() throws IOException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(Inet4Address.class::isInstance)
                .map(Inet4Address.class::cast)
                .filter(address -> !address.isLoopbackAddress())
                .findFirst();
    }

    private static byte[] ascii(String words) {
        return words.getBytes(StandardCharsets.US_ASCII);
    }
}
