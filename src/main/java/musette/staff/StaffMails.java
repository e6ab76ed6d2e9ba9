package musette.staff;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import musette.post.Mail;
import musette.post.Mailbox;
import musette.post.Outbox;
import musette.site.Address;
import musette.site.SiteSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// Mails a sign-in link to members of the staff who asked for one, at most one in two minutes.
@Component
class StaffMails {
    private static final Duration PAUSE = Duration.ofMinutes(2);

    private static final String TURN_TO_BE_MAILED =
            """
            UPDATE member
            SET link_mailed_at = :now
            WHERE id = :id AND (link_mailed_at IS NULL OR link_mailed_at <= :pause)
            """;

    private final JdbcClient sql;
    private final Clock clock;
    private final Staff staff;
    private final StaffLinks links;
    private final Outbox outbox;
    private final Address address;
    private final SiteSettings site;

    StaffMails(
            JdbcClient sql,
            Clock clock,
            Staff staff,
            StaffLinks links,
            Outbox outbox,
            Address address,
            SiteSettings site) {
        this.sql = sql;
        this.clock = clock;
        this.staff = staff;
        this.links = links;
        this.outbox = outbox;
        this.address = address;
        this.site = site;
    }

    @ApplicationModuleListener
    void asked(StaffLinkAsked asked) {
        staff.byEmail(asked.email()).filter(this::hasATurn).ifPresent(this::mail);
    }

    private boolean hasATurn(Author member) {
        var now = OffsetDateTime.now(clock);
        return sql.sql(TURN_TO_BE_MAILED)
                        .param("id", member.id())
                        .param("now", now)
                        .param("pause", now.minus(PAUSE))
                        .update()
                == 1;
    }

    private void mail(Author member) {
        Mailbox.parse(member.email()).ifPresent(to -> outbox.send(mail(member, to)));
    }

    private Mail mail(Author member, Mailbox to) {
        return Mail.of(
                "staff-sign-in",
                to,
                "Your link to the desk of " + site.name(),
                """
                Here is the link that signs you in at the desk of %s:

                %s

                It works once, within the next hour. If you did not ask for it, you need not do
                anything: without the link nobody gets in.
                """
                        .formatted(site.name(), address.of(links.pathFor(member.id()))));
    }
}
