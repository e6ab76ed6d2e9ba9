package musette.staff;

import java.time.Duration;
import java.util.Optional;
import musette.keys.OneTimeTokens;
import musette.keys.SignInCodes;
import musette.post.MailBudget;
import musette.post.Mailbox;
import musette.site.LocalPath;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Links that let a member of the staff in once, within an hour, and the code beside each for the
/// browser that asked. There are no passwords.
@Component
public class StaffLinks {
    private static final String PURPOSE = "staff-sign-in";
    private static final Duration LIFETIME = Duration.ofMinutes(60);
    private static final Duration INVITATION_LASTS = Duration.ofDays(7);
    private static final MailBudget.Kind KIND = MailBudget.Kind.STAFF_SIGN_IN;

    private final Staff staff;
    private final OneTimeTokens tokens;
    private final SignInCodes codes;
    private final MailBudget budget;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    public StaffLinks(
            Staff staff,
            OneTimeTokens tokens,
            SignInCodes codes,
            MailBudget budget,
            TransactionTemplate transaction,
            ApplicationEventPublisher events) {
        this.staff = staff;
        this.tokens = tokens;
        this.codes = codes;
        this.budget = budget;
        this.transaction = transaction;
        this.events = events;
    }

    /// The path of a fresh link for that member, `/desk/sign-in/…`.
    public String pathFor(long member) {
        return "/desk/sign-in/" + tokens.issue(PURPOSE, Long.toString(member), LIFETIME);
    }

    /// The path of a link for somebody who has just been invited; it lasts a week.
    String invitationFor(long member) {
        return "/desk/sign-in/" + tokens.issue(PURPOSE, Long.toString(member), INVITATION_LASTS);
    }

    /// The path of a fresh link for the owner, who is made when there is none; every earlier one
    /// ends.
    public String ownerPath() {
        return transaction.execute(status -> {
            var owner = staff.owner().id();
            tokens.revoke(PURPOSE, Long.toString(owner));
            return pathFor(owner);
        });
    }

    /// Asks for a link by mail, within the budget. Does the same for every address, and tells
    /// nobody which is known.
    ///
    /// @param returnPath where the link leads once its holder is signed in
    /// @param kept the key that the browser has from asking before, if any
    /// @return the key that the browser is to keep until the mail is there
    public String ask(
            Mailbox email, LocalPath returnPath, MailBudget.Asker asker, Optional<String> kept) {
        return transaction.execute(status -> {
            var key = codes.begin(PURPOSE, kept, LIFETIME);
            if (budget.allows(KIND, email, asker)) {
                events.publishEvent(
                        new StaffLinkAsked(email.address(), returnPath, SignInCodes.browser(key)));
            }
            return key;
        });
    }

    /// A code for that member in the browser that asked.
    String codeFor(long member, String browser) {
        return codes.issue(browser, Long.toString(member), LIFETIME);
    }

    /// Whom the link would let in; asking changes nothing, so mail scanners may.
    public Optional<Author> holder(String token) {
        return tokens.peek(PURPOSE, token).flatMap(this::onDuty);
    }

    /// Uses the link up and says who came in; empty when it is used, too old or the member is gone.
    public Optional<Author> enter(String token) {
        return tokens.redeem(PURPOSE, token).flatMap(this::onDuty).map(this::cameIn);
    }

    /// Uses the code up and says who came in; empty when it is wrong, used or too old.
    ///
    /// @param key what the browser that asked was given to keep
    public Optional<Author> enterByCode(String key, String typed) {
        return codes.redeem(PURPOSE, key, typed).flatMap(this::onDuty).map(this::cameIn);
    }

    private Author cameIn(Author member) {
        tokens.revoke(PURPOSE, Long.toString(member.id()));
        codes.revoke(PURPOSE, Long.toString(member.id()));
        Mailbox.parse(member.email()).ifPresent(inbox -> budget.forgive(KIND, inbox));
        staff.cameIn(member.id());
        return member;
    }

    private Optional<Author> onDuty(String member) {
        var id = Long.parseLong(member);
        return staff.isOnDuty(id) ? staff.byId(id) : Optional.empty();
    }
}
