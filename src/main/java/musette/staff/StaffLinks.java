package musette.staff;

import java.time.Duration;
import java.util.Optional;
import musette.keys.OneTimeTokens;
import musette.post.MailBudget;
import musette.post.Mailbox;
import musette.site.LocalPath;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Links that let a member of the staff in once, within an hour. There are no passwords.
@Component
public class StaffLinks {
    private static final String PURPOSE = "staff-sign-in";
    private static final Duration LIFETIME = Duration.ofMinutes(60);

    private final Staff staff;
    private final OneTimeTokens tokens;
    private final MailBudget budget;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher news;

    public StaffLinks(
            Staff staff,
            OneTimeTokens tokens,
            MailBudget budget,
            TransactionTemplate transaction,
            ApplicationEventPublisher news) {
        this.staff = staff;
        this.tokens = tokens;
        this.budget = budget;
        this.transaction = transaction;
        this.news = news;
    }

    /// The path of a fresh link for that member, `/desk/sign-in/…`.
    public String pathFor(long member) {
        return "/desk/sign-in/" + tokens.issue(PURPOSE, Long.toString(member), LIFETIME);
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
    public void ask(Mailbox email, LocalPath returnPath, MailBudget.Asker asker) {
        transaction.executeWithoutResult(status -> {
            if (budget.allows(MailBudget.Kind.STAFF_SIGN_IN, email, asker)) {
                news.publishEvent(new StaffLinkAsked(email.address(), returnPath));
            }
        });
    }

    /// Whom the link would let in; asking changes nothing, so mail scanners may.
    public Optional<Author> holder(String token) {
        return tokens.peek(PURPOSE, token).flatMap(this::onDuty);
    }

    /// Uses the link up and says who came in; empty when it is used, too old or the member is gone.
    public Optional<Author> enter(String token) {
        var member = tokens.redeem(PURPOSE, token).flatMap(this::onDuty);
        member.ifPresent(author -> staff.cameIn(author.id()));
        return member;
    }

    private Optional<Author> onDuty(String member) {
        var id = Long.parseLong(member);
        return staff.isOnDuty(id) ? staff.byId(id) : Optional.empty();
    }
}
