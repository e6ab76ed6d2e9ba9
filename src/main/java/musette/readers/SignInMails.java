package musette.readers;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import musette.keys.OneTimeTokens;
import musette.post.Mail;
import musette.post.Mailbox;
import musette.post.Outbox;
import musette.site.Address;
import musette.site.SiteSettings;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// Mails the link, to those who have an account. Nothing a stranger typed stands in the mail.
@Component
class SignInMails {
    static final Duration LIFETIME = Duration.ofMinutes(15);

    private final Readers readers;
    private final OneTimeTokens tokens;
    private final Outbox outbox;
    private final Address address;
    private final SiteSettings site;

    SignInMails(
            Readers readers,
            OneTimeTokens tokens,
            Outbox outbox,
            Address address,
            SiteSettings site) {
        this.readers = readers;
        this.tokens = tokens;
        this.outbox = outbox;
        this.address = address;
        this.site = site;
    }

    @ApplicationModuleListener
    void asked(SignInAsked asked) {
        readers.byEmail(new Mailbox(asked.email()))
                .ifPresent(reader -> outbox.send(mail(reader, asked.returnPath())));
    }

    private Mail mail(Reader reader, String returnPath) {
        var token = tokens.issue(SignInLinks.PURPOSE, Long.toString(reader.id()), LIFETIME);
        var link =
                address.of("/sign-in/" + token)
                        + "?return="
                        + URLEncoder.encode(returnPath, StandardCharsets.UTF_8);
        return Mail.of(
                "sign-in",
                reader.email(),
                "Your link to sign in to " + site.name(),
                """
                Here is the link that signs you in to %s:

                %s

                It works once, for the next %d minutes. If you did not ask for it, you need not do
                anything: without the link nobody gets in.
                """
                        .formatted(site.name(), link, LIFETIME.toMinutes()));
    }
}
