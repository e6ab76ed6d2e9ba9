package musette.staff;

import musette.keys.SignInCodes;
import musette.post.Mail;
import musette.post.Mailbox;
import musette.post.Outbox;
import musette.site.Address;
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
        staff.byEmail(asked.email())
                .ifPresent(member ->
                        Mailbox.parse(member.email())
                                .ifPresent(to -> outbox.send(mail(member.id(), to, asked))));
    }

    @ApplicationModuleListener
    void invited(StaffInvited invited) {
        staff.byId(invited.member())
                .filter(member -> staff.isOnDuty(member.id()))
                .ifPresent(member ->
                        Mailbox.parse(member.email())
                                .ifPresent(
                                        to -> outbox.send(invitation(member, to, invited.host()))));
    }

    private Mail invitation(Author member, Mailbox to, String host) {
        return Mail.of(
                "staff-invitation",
                to,
                "Your place at the desk of " + site.name(),
                """
                Dear %s,

                %s has made a place for you at the desk of %s, as %s. This link lets you in:

                %s

                It works once, within the next week. After that, ask for a new one with this address at
                %s. If you did not expect this, you need not do anything.
                """
                        .formatted(
                                member.name(),
                                host,
                                site.name(),
                                member.role().word(),
                                address.of(links.invitationFor(member.id())),
                                address.of("/desk/sign-in")));
    }

    private Mail mail(long member, Mailbox to, StaffLinkAsked asked) {
        var link = address.of(links.pathFor(member) + asked.returnPath().asReturn());
        var code = asked.browser().isEmpty() ? "" : links.codeFor(member, asked.browser());
        return Mail.of(
                "staff-sign-in",
                to,
                "Your link to the desk of " + site.name(),
                """
                Here is the link that signs you in at the desk of %s:

                %s

                %sThat works once, within the next hour. Give it to nobody, whoever asks. If you did not
                ask for this mail, you need not do anything: without it nobody gets in.
                """
                        .formatted(site.name(), link, SignInCodes.words(code)));
    }
}
