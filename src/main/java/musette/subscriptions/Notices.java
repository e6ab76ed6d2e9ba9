package musette.subscriptions;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import musette.post.Mail;
import musette.post.Mailbox;
import musette.post.Outbox;
import musette.readers.Reader;
import musette.readers.Readers;
import musette.site.Address;
import musette.site.SiteSettings;
import org.springframework.stereotype.Component;

/// What a reader gets in writing: the terms on joining, the end date on leaving. Written in the
/// transaction of what it tells of.
@Component
class Notices {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private final Outbox outbox;
    private final Readers readers;
    private final Address address;
    private final SiteSettings site;

    Notices(Outbox outbox, Readers readers, Address address, SiteSettings site) {
        this.outbox = outbox;
        this.readers = readers;
        this.address = address;
        this.site = site;
    }

    void joined(Reader reader, Receipt receipt) {
        send(
                reader.email(),
                "subscription-joined",
                "You have joined " + site.name(),
                """
                Thank you for joining %s.

                Paid today: %s (%s)
                You can read everything until %s.

                What you agreed to:
                %s

                Your subscription, and the button that ends it:
                %s
                """
                        .formatted(
                                site.name(),
                                receipt.intent().amount().words(),
                                receipt.reference(),
                                words(receipt.period().to()),
                                receipt.intent().terms(),
                                address.of("/account")));
    }

    /// In writing to those whose address is proven. Before that somebody may have typed another's,
    /// and more than the receipt is not to be sent there.
    void cancelled(Subscription subscription) {
        readers.byId(subscription.reader())
                .filter(reader -> reader.provenAt() != null)
                .ifPresent(reader ->
                        send(
                                reader.email(),
                                "subscription-cancelled",
                                "Your subscription to %s is cancelled".formatted(site.name()),
                                """
                                Your subscription to %s is cancelled. Nothing more will be charged.

                                You can read everything until %s. Up to then you can take the
                                cancellation back:
                                %s
                                """
                                        .formatted(
                                                site.name(),
                                                words(subscription.paidUntil()),
                                                address.of("/account"))));
    }

    private void send(Mailbox to, String purpose, String subject, String text) {
        outbox.send(Mail.of(purpose, to, subject, text));
    }

    private static String words(LocalDate day) {
        return DAY.format(day);
    }
}
