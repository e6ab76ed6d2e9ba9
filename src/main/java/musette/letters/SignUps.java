package musette.letters;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import musette.keys.OneTimeTokens;
import musette.post.MailBudget;
import musette.post.Mailbox;
import musette.post.Outbox;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes sign-ups and, later, the confirmation from the inbox itself.
///
/// Whoever asks learns nothing about an address: known, unknown and already subscribed take the
/// same way and the same budget, and get one mail each, which only the owner of the inbox can read.
@Component
public class SignUps {
    static final Duration LINK_LIFE = Duration.ofDays(7);
    private static final String PURPOSE = "letter-confirm";

    private final SubscriptionRows rows;
    private final MailBudget budget;
    private final OneTimeTokens tokens;
    private final LetterMails mails;
    private final LeaveLinks links;
    private final Outbox outbox;
    private final TransactionTemplate transaction;

    SignUps(
            SubscriptionRows rows,
            MailBudget budget,
            OneTimeTokens tokens,
            LetterMails mails,
            LeaveLinks links,
            Outbox outbox,
            TransactionTemplate transaction) {
        this.rows = rows;
        this.budget = budget;
        this.tokens = tokens;
        this.mails = mails;
        this.links = links;
        this.outbox = outbox;
        this.transaction = transaction;
    }

    /// Who is asking, as far as we can tell.
    ///
    /// @param network the asker's network address, counted for an hour and not kept
    /// @param page the page of ours the form was on, its path
    public record Asker(String network, String page) {}

    /// Asks the owner of the address to confirm, within the budget; beyond it nothing is sent and
    /// nobody can tell.
    ///
    /// @param letters one or more of `Newsletters.all()`
    public void ask(Mailbox address, List<Newsletter> letters, Asker asker) {
        if (letters.isEmpty()) {
            throw new IllegalArgumentException("a sign-up is for at least one letter");
        }
        transaction.executeWithoutResult(status -> {
            if (budget.allows(
                    MailBudget.Kind.LETTER,
                    address,
                    new MailBudget.Asker.Stranger(asker.network()))) {
                rows.ask(address, letters, asker.page());
                write(address, rows.current(address, letters));
            }
        });
    }

    /// Counts a form that a program filled in; it gets the answer everybody gets.
    public void ignore() {
        budget.withhold("trap");
    }

    /// What a link from a mail stands for. Changes nothing.
    public Confirmation look(String token) {
        var waiting = tokens.peek(PURPOSE, token).map(rows::byIds).orElse(List.of());
        if (!waiting.isEmpty()) {
            return new Confirmation.Waiting(LetterSubscription.letters(waiting));
        }
        var confirmed =
                tokens.spent(PURPOSE, token).map(rows::byIds).orElse(List.of()).stream()
                        .filter(LetterSubscription::isConfirmed)
                        .toList();
        return confirmed.isEmpty()
                ? new Confirmation.Unknown()
                : new Confirmation.Done(links.kept(confirmed));
    }

    /// Confirms what the link stands for, once; afterwards it says that this is done.
    public Confirmation confirm(String token) {
        transaction.executeWithoutResult(
                status -> tokens.redeem(PURPOSE, token).ifPresent(rows::confirm));
        return look(token);
    }

    /// Without a yes an address is not ours to keep.
    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
    void forgetUnconfirmed() {
        rows.forgetUnconfirmed(LINK_LIFE);
    }

    private void write(Mailbox address, List<LetterSubscription> current) {
        var open = current.stream().filter(row -> !row.isConfirmed()).toList();
        if (open.isEmpty()) {
            outbox.send(mails.reminder(address, current));
            return;
        }
        var ids =
                open.stream().map(row -> Long.toString(row.id())).collect(Collectors.joining(","));
        outbox.send(mails.confirmation(address, open, tokens.issue(PURPOSE, ids, LINK_LIFE)));
    }
}
