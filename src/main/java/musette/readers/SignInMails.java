package musette.readers;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import musette.keys.OneTimeTokens;
import musette.keys.SignInCodes;
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
    private final Readers readers;
    private final OneTimeTokens tokens;
    private final SignInCodes codes;
    private final Outbox outbox;
    private final Address address;
    private final SiteSettings site;

    SignInMails(
            Readers readers,
            OneTimeTokens tokens,
            SignInCodes codes,
            Outbox outbox,
            Address address,
            SiteSettings site) {
        this.readers = readers;
        this.tokens = tokens;
        this.codes = codes;
        this.outbox = outbox;
        this.address = address;
        this.site = site;
    }

    @ApplicationModuleListener
    void asked(SignInAsked asked) {
        readers.byEmail(new Mailbox(asked.email()))
                .ifPresent(reader -> outbox.send(mail(reader, asked)));
    }

    private Mail mail(Reader reader, SignInAsked asked) {
        var subject = Long.toString(reader.id());
        var token = tokens.issue(SignInLinks.PURPOSE, subject, SignInLinks.LIFETIME);
        var code =
                asked.browser().isEmpty()
                        ? ""
                        : codes.issue(asked.browser(), subject, SignInLinks.LIFETIME);
        var link =
                address.of("/sign-in/" + token)
                        + "?return="
                        + URLEncoder.encode(asked.returnPath(), StandardCharsets.UTF_8);
        return Mail.of(
                "sign-in",
                reader.email(),
                "Your link to sign in to " + site.name(),
                """
                Here is the link that signs you in to %s:

                %s

                %sThat works once, for the next %d minutes. Give it to nobody, whoever asks. If you did
                not ask for this mail, you need not do anything: without it nobody gets in.
                """
                        .formatted(
                                site.name(),
                                link,
                                SignInCodes.words(code),
                                SignInLinks.LIFETIME.toMinutes()));
    }
}
