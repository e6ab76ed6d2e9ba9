package musette.post;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Properties;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// A mail as it goes over the wire, and as it is read again from there.
class PendingMailTest {
    private static final Sender SENDER = new Sender("Müsette", new Mailbox("news@musette.example"));

    @Test
    void it_says_who_it_is_from_and_is_the_same_however_often_it_is_tried() throws Exception {
        var mail = mail("Izagirre gewinnt: ¡Olé!", "Allez!\n", null, "");
        var first = compose(mail);
        var again = compose(mail);

        assertThat(first.head())
                .contains("From: =?UTF-8?")
                .contains("<news@musette.example>")
                .contains("To: ion@izagirre.example")
                .contains("Message-ID: <0b7c1f0e-0000-4000-8000-000000000001@musette.example>")
                .contains("Auto-Submitted: auto-generated")
                .contains("Date: Sat, 1 Apr 2023");
        assertThat(again.head()).isEqualTo(first.head());
        assertThat(first.subject()).isEqualTo("Izagirre gewinnt: ¡Olé!");
        assertThat(first.words("text/plain").strip()).isEqualTo("Allez!");
        assertThat(first.words("text/html")).isEmpty();
    }

    @Test
    void words_come_plain_first_and_as_html_beside_it() throws Exception {
        var mail = compose(mail("Both", "Pogačar\n", "<p>Pogačar</p>", ""));

        assertThat(mail.message().isMimeType("multipart/alternative")).isTrue();
        assertThat(mail.words("text/plain").strip()).isEqualTo("Pogačar");
        assertThat(mail.words("text/html").strip()).isEqualTo("<p>Pogačar</p>");
        assertThat(mail.words("text/calendar")).isEmpty();
    }

    @Test
    void more_headers_stand_as_they_were_given() throws Exception {
        var link = "<https://musette.example/letters/leave/" + "a".repeat(32) + ">";
        var mail =
                compose(
                        mail(
                                "Letter",
                                "Allez!\n",
                                null,
                                "List-Unsubscribe: %s\nList-Unsubscribe-Post: List-Unsubscribe=One-Click"
                                        .formatted(link)));

        assertThat(mail.head())
                .contains("List-Unsubscribe: " + link)
                .contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
    }

    @Test
    void a_mail_without_a_subject_has_none_and_signs_in_one_are_blanks() {
        assertThat(raw("To: a@b.example\r\n\r\nwords").subject()).isEmpty();
        assertThat(raw("Subject: a\r\n b\r\n\r\nwords").subject()).isEqualTo("a b");
        assertThat(raw("Subject: a\r\n\r\nwords").words("text/plain")).isEqualTo("words");
    }

    private static PendingMail mail(
            String subject, String text, @Nullable String html, String headers) {
        return new PendingMail(
                1,
                UUID.fromString("0b7c1f0e-0000-4000-8000-000000000001"),
                "test",
                "ion@izagirre.example",
                subject,
                text,
                html,
                headers,
                1,
                Instant.parse("2023-04-01T15:12:00Z"));
    }

    /// Sent and read again.
    private static RawMail compose(PendingMail mail) throws MessagingException, IOException {
        var sent = new ByteArrayOutputStream();
        mail.compose(Session.getInstance(new Properties()), SENDER).writeTo(sent);
        return RawMail.of(sent.toByteArray());
    }

    private static RawMail raw(String mail) {
        return RawMail.of(mail.getBytes(StandardCharsets.US_ASCII));
    }
}
