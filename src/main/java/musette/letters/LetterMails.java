package musette.letters;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import musette.post.Mail;
import musette.post.Mailbox;
import musette.site.Address;
import musette.site.SiteSettings;
import org.springframework.stereotype.Component;

/// The mails around a sign-up. Every word in them is ours: what a stranger typed into the form
/// could be an insult or an advertisement, sent in our name.
@Component
class LetterMails {
    private final SiteSettings site;
    private final Address address;
    private final LeaveLinks links;

    LetterMails(SiteSettings site, Address address, LeaveLinks links) {
        this.site = site;
        this.address = address;
        this.links = links;
    }

    Mail confirmation(Mailbox to, List<LetterSubscription> open, String token) {
        var words =
                """
                Hello,

                this address was given to %s for:

                %s

                To start, open this page and press the button:

                %s

                The link works for seven days. If it wasn't you, do nothing: no letter
                will come, and we forget the address.

                The way out, now or in a year:

                %s

                %s
                """
                        .formatted(
                                site.name(),
                                names(open),
                                address.of("/letters/confirm/" + token),
                                leaving(open),
                                site.name());
        return Mail.of("letter-confirm", to, "Please confirm: letters from " + site.name(), words);
    }

    /// For somebody who asks for what they get already. Only the inbox's owner learns that.
    Mail reminder(Mailbox to, List<LetterSubscription> confirmed) {
        var words =
                """
                Hello,

                this address was given to %s for letters it gets already:

                %s

                There is nothing to do. If you'd rather leave:

                %s

                %s
                """
                        .formatted(site.name(), names(confirmed), leaving(confirmed), site.name());
        // A mail program's button leaves one letter; for several the links in the text do.
        var headers =
                confirmed.size() == 1
                        ? links.headers(confirmed.getFirst().id())
                        : Map.<String, String>of();
        return new Mail("letter-reminder", to, "You get our letters already", words, null, headers);
    }

    private static String names(List<LetterSubscription> rows) {
        return rows.stream()
                .map(row -> "  - " + row.letter().name())
                .collect(Collectors.joining("\n"));
    }

    private String leaving(List<LetterSubscription> rows) {
        return rows.stream()
                .map(row -> row.letter().name() + ": " + links.link(row.id()))
                .collect(Collectors.joining("\n"));
    }
}
