package musette.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import musette.keys.TestKeys;
import musette.post.Mailbox;
import musette.site.ExampleSite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The mails around a sign-up, and the links that lead out of a letter for years.
class LetterMailsTest {
    private static final Newsletter FEED_ZONE =
            new Newsletter("feed-zone", "Feed Zone", "The day's racing, every evening.");
    private static final Newsletter WEEK =
            new Newsletter("the-week", "The Week", "What happened, on Sundays.");
    private static final Mailbox READER = new Mailbox("ion@izagirre.example");

    private final LeaveLinks links = new LeaveLinks(TestKeys.own(), ExampleSite.ADDRESS);
    private final LetterMails mails =
            new LetterMails(ExampleSite.SETTINGS, ExampleSite.ADDRESS, links);

    @Test
    void a_confirmation_names_the_letters_the_button_and_the_ways_out() {
        var mail =
                mails.confirmation(
                        READER, List.of(asked(12, FEED_ZONE), asked(13, WEEK)), "the-token");

        assertThat(mail.to()).isEqualTo(READER);
        assertThat(mail.subject()).isEqualTo("Please confirm: letters from Musette");
        assertThat(mail.text())
                .contains("  - Feed Zone\n  - The Week\n")
                .contains("https://musette.example/letters/confirm/the-token\n")
                .contains("Feed Zone: " + links.link(12) + "\nThe Week: " + links.link(13))
                .contains("The link works for seven days.")
                .doesNotContain("izagirre", FEED_ZONE.description());
        assertThat(mail.headers()).isEmpty();
    }

    @Test
    void who_gets_the_letter_already_is_told_how_to_leave_by_button_where_it_is_one() {
        var one = mails.reminder(READER, List.of(kept(12, FEED_ZONE)));
        assertThat(one.subject()).isEqualTo("You get our letters already");
        assertThat(one.text()).contains("  - Feed Zone\n", links.link(12));
        assertThat(one.headers())
                .containsEntry("List-Unsubscribe", "<" + links.link(12) + ">")
                .containsEntry("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");

        var two = mails.reminder(READER, List.of(kept(12, FEED_ZONE), kept(13, WEEK)));
        assertThat(two.text()).contains(links.link(12), links.link(13));
        assertThat(two.headers()).isEmpty();
    }

    @Test
    void a_link_speaks_for_its_subscription_and_for_no_other() {
        var seen = new HashSet<String>();
        for (long id : new long[] {1, 12, 13, 1L << 40, Long.MAX_VALUE}) {
            assertThat(links.subscription(token(id))).hasValue(id);
            assertThat(seen.add(token(id))).isTrue();
        }
        assertThat(token(12)).isEqualTo(token(12)).matches("[A-Za-z0-9_-]{32}");
    }

    @Test
    void a_link_that_was_changed_anywhere_is_none_of_ours() {
        var ours = token(12);
        for (int at = 0; at < ours.length(); at++) {
            var other = ours.charAt(at) == 'A' ? 'B' : 'A';
            var changed = ours.substring(0, at) + other + ours.substring(at + 1);
            assertThat(links.subscription(changed)).as(changed).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "12",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            })
    void what_we_never_made_is_none_of_ours(String token) {
        assertThat(links.subscription(token)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Feed", "feed zone", "-feed", "feed-", "feed--zone", "féed"})
    void a_letter_s_word_is_one_for_addresses(String slug) {
        assertThatThrownBy(() -> new Newsletter(slug, "Feed", "Daily."))
                .hasMessageContaining("small letters, digits and single hyphens");
    }

    @Test
    void a_letter_has_a_name_of_one_line_and_says_what_is_in_it() {
        assertThatThrownBy(() -> new Newsletter("feed", " ", "Daily."))
                .hasMessageContaining("one line");
        assertThatThrownBy(() -> new Newsletter("feed", "Feed\nBcc: all", "Daily."))
                .hasMessageContaining("one line");
        assertThatThrownBy(() -> new Newsletter("feed", "Feed", ""))
                .hasMessageContaining("description");
    }

    private String token(long subscription) {
        var link = links.link(subscription);
        assertThat(link).startsWith("https://musette.example/letters/leave/");
        return link.substring(link.lastIndexOf('/') + 1);
    }

    private static LetterSubscription asked(long id, Newsletter letter) {
        return new LetterSubscription(id, letter, false);
    }

    private static LetterSubscription kept(long id, Newsletter letter) {
        return new LetterSubscription(id, letter, true);
    }
}
