package musette.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Addresses as people have them, and none that only attackers have.
class MailboxTest {
    @ParameterizedTest
    @CsvSource({
        "ion@example.org, ion@example.org",
        "' ion@example.org ', ion@example.org",
        "Ion.Izagirre@Example.ORG, Ion.Izagirre@example.org",
        "ion+news@example.org, ion+news@example.org",
        "me@faß.de, me@xn--fa-hia.de",
        "me@bücher.example, me@xn--bcher-kva.example",
        "o'connor@example.org, o'connor@example.org",
        "me@example。org, me@example.org"
    })
    void what_a_person_types_is_an_address_that_mail_servers_know(String typed, String address) {
        assertThat(Mailbox.parse(typed)).contains(new Mailbox(address));
        assertThat(Mailbox.parse(typed).orElseThrow()).hasToString(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "ion",
                "ion@",
                "@example.org",
                "ion@localhost",
                "ion@127.0.0.1",
                "ion@[127.0.0.1]",
                "ion@example.org, other@example.org",
                "ion @example.org",
                "\"ion izagirre\"@example.org",
                "Ion <ion@example.org>",
                "ion(a)@example.org",
                "<@a.example:ion@example.org>",
                "ion@example.org\r\nBcc: all@example.org",
                "iön@example.org",
                "ion@-example.org",
                "ion..i@example.org",
                "ion@exa_mple.org",
                "ion@xn--zzzzzz.example\u0000"
            })
    void what_no_mail_can_go_to_is_no_address(String typed) {
        assertThat(Mailbox.parse(typed)).isEmpty();
    }

    @Test
    void what_was_taken_before_that_was_known_can_still_be_read() {
        assertThat(new Mailbox("ion @example.org").domain()).isEqualTo("example.org");
    }

    @Test
    void an_address_has_its_longest() {
        var longest = "ion@" + ("a".repeat(60) + ".").repeat(4) + "exampl";
        assertThat(longest).hasSize(Mailbox.LONGEST);
        assertThat(Mailbox.parse(longest)).isPresent();
        assertThat(Mailbox.parse(longest + "e")).isEmpty();
        assertThatThrownBy(() -> new Mailbox("a".repeat(250) + "@example.org"))
                .hasMessage("this is not a mail address");
    }

    @Test
    void capitals_do_not_make_another_person() {
        var one = Mailbox.parse("Ion@Example.org").orElseThrow();

        assertThat(one.key()).isEqualTo("ion@example.org");
        assertThat(one.domain()).isEqualTo("example.org");
        assertThat(one.address()).as("as its owner wrote it").isEqualTo("Ion@example.org");
    }

    @ParameterizedTest
    @CsvSource({
        "ion+news@example.org, ion@example.org",
        "ion+a+b@example.org, ion@example.org",
        "Ion.Izagirre@example.org, ion.izagirre@example.org",
        "I.o.n+x@gmail.com, ion@gmail.com",
        "i.on@googlemail.com, ion@gmail.com",
        "+ion@example.org, +ion@example.org"
    })
    void the_inbox_behind_it_is_counted_once(String typed, String inbox) {
        assertThat(Mailbox.parse(typed).orElseThrow().inbox()).isEqualTo(inbox);
    }
}
