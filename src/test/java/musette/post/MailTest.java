package musette.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.time.Duration;
import musette.post.PostSettings.Tls;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailTest {
    private static final Mailbox ION = new Mailbox("ion@izagirre.example");

    @ParameterizedTest
    @ValueSource(
            strings = {"a\nBcc: b@c.example", "a\r\nX: y", "a\rb", "a\u2028b", "a\u0000b", " "})
    void a_subject_is_one_line(String subject) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Mail.of("test", ION, subject, "Words"));
    }

    @ParameterizedTest
    @CsvSource({
        "X-Race, 'a\r\nBcc: b@c.example'",
        "'X: y', a",
        "'X\r\nBcc', a",
        "From, a@b.example",
        "Bcc, a@b.example",
        "content-type, text/html",
        "'', a"
    })
    void a_header_carries_no_other_and_none_that_is_the_senders(String name, String value) {
        var mail = Mail.of("test", ION, "Result", "Words");

        assertThatIllegalArgumentException().isThrownBy(() -> mail.withHeader(name, value));
    }

    @ParameterizedTest
    @CsvSource({
        "ion@izagirre.example, ion@izagirre.example",
        "' Ion.I@Izagirre.EXAMPLE ', Ion.I@izagirre.example",
        "ion+news@izagirre.example, ion+news@izagirre.example",
        "ion@m\u00fcller.example, ion@xn--mller-kva.example",
        "ion@fa\u00df.example, ion@xn--fa-hia.example"
    })
    void an_address_is_taken_as_people_write_it(String typed, String address) {
        assertThat(Mailbox.parse(typed)).map(Mailbox::address).contains(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ion",
                "@izagirre.example",
                "ion@",
                "ion@localhost",
                "ion@127.0.0.1",
                "ion@[127.0.0.1]",
                "a@b.example,c@d.example",
                "a@b.example c@d.example",
                "ion@izagirre.example\nBcc: c@d.example",
                "Ion <ion@izagirre.example>",
                "\"ion\"@izagirre.example",
                "ion(comment)@izagirre.example",
                "i\u00f3n@izagirre.example",
                "@a.example:ion@izagirre.example",
                "ion..i@izagirre.example",
                "ion@izagirre..example"
            })
    void nothing_else_passes_for_an_address(String typed) {
        assertThat(Mailbox.parse(typed)).isEmpty();
        assertThat(Mailbox.parse("a".repeat(300) + typed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Ion@Izagirre.example, ion@izagirre.example",
        "ion+1@izagirre.example, ion@izagirre.example",
        "i.o.n+1@googlemail.com, ion@gmail.com"
    })
    void spellings_of_one_inbox_are_counted_together(String address, String inbox) {
        assertThat(new Mailbox(address).inbox()).isEqualTo(inbox);
    }

    @Test
    void a_password_does_not_cross_the_network_in_the_open() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings("smtp.example.org", "u", "p", Tls.NONE, "n@example.org"))
                .withMessageContaining("musette.post.tls");
        assertThatNoException()
                .isThrownBy(() -> settings("127.0.0.1", "u", "p", Tls.NONE, "n@example.org"));
    }

    @Test
    void settings_that_make_no_sense_are_refused_with_their_name() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings("smtp.example.org", null, null, Tls.STARTTLS, null))
                .withMessageContaining("musette.post.from");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings("smtp.example.org", "u", null, Tls.STARTTLS, "n@e.org"))
                .withMessageContaining("musette.post.password");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings("smtp example", null, null, Tls.STARTTLS, "n@e.org"))
                .withMessageContaining("musette.post.host");
    }

    @Test
    void settings_do_not_tell_the_password() {
        var settings = settings("smtp.example.org", "u", "maillot-jaune", Tls.STARTTLS, "n@e.org");

        assertThat(settings.toString()).doesNotContain("maillot-jaune");
    }

    private static PostSettings settings(
            String host, String user, String password, Tls tls, String from) {
        return new PostSettings(host, 587, user, password, tls, from, Duration.ofDays(5), 20, 500);
    }
}
