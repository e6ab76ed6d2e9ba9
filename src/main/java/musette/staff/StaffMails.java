package musette.staff;

import musette.post.Mail;
import musette.post.Mailbox;
import musette.post.Outbox;
import musette.site.Address;
import musette.site.LocalPath;
import musette.site.SiteSettings;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// Mails a sign-in link to members of the staff who asked for one.
@Component
class StaffMails {
    private final Staff staff;
    private final StaffLinks links;
    private final Outbox outbox;
    private final Address address;
    private final SiteSettings site;

    StaffMails(Staff staff, StaffLinks links, Outbox outbox, Address address, SiteSettings site) {
        this.staff = staff;
        this.links = links;
        this.outbox = outbox;
        this.address = address;
        this.site = site;
    }

    @ApplicationModuleListener
    void asked(StaffLinkAsked asked) {
        staff.byEmail(asked.email()).ifPresent(member -> mail(member, asked.returnPath()));
    }

    private void mail(Author member, LocalPath returnPath) {
        var path = links.pathFor(member.id()) + returnPath.asReturn();
        Mailbox.parse(member.email()).ifPresent(to -> outbox.send(mail(path, to)));
    }

    private Mail mail(String path, Mailbox to) {
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
                        .formatted(site.name(), address.of(path)));
    }
}
