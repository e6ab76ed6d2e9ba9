package musette.readers;

import java.util.Optional;
import musette.keys.OneTimeTokens;
import musette.post.MailBudget;
import musette.post.Mailbox;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Sign-in by a link that is mailed and works once.
///
/// Asking does the same work for every address; whether it has an account is looked up after the
/// answer has gone out, so neither the words nor the time of the answer tell.
@Component
public class SignInLinks {
    static final String PURPOSE = "reader-sign-in";

    private final MailBudget budget;
    private final TransactionTemplate transaction;
    private final OneTimeTokens tokens;
    private final Readers readers;
    private final ApplicationEventPublisher news;

    public SignInLinks(
            MailBudget budget,
            TransactionTemplate transaction,
            OneTimeTokens tokens,
            Readers readers,
            ApplicationEventPublisher news) {
        this.budget = budget;
        this.transaction = transaction;
        this.tokens = tokens;
        this.readers = readers;
        this.news = news;
    }

    /// Asks for a link to be mailed, if the address has an account and the budget allows. Silent
    /// about all of that.
    ///
    /// @param returnPath the local path that the reader lands on after signing in
    public void ask(Mailbox email, String returnPath, MailBudget.Asker asker) {
        transaction.executeWithoutResult(status -> {
            if (budget.allows(MailBudget.Kind.SIGN_IN, email, asker)) {
                news.publishEvent(new SignInAsked(email.key(), returnPath));
            }
        });
    }

    /// Whom the link would sign in; changes nothing.
    public Optional<Reader> peek(String token) {
        return tokens.peek(PURPOSE, token).flatMap(this::reader);
    }

    /// Uses the link up.
    public Optional<Reader> redeem(String token) {
        return tokens.redeem(PURPOSE, token).flatMap(this::reader);
    }

    /// Ends every link that was mailed to the reader and not used yet.
    public void revokeAll(Reader reader) {
        tokens.revoke(PURPOSE, Long.toString(reader.id()));
    }

    private Optional<Reader> reader(String subject) {
        return readers.byId(Long.parseLong(subject));
    }
}
