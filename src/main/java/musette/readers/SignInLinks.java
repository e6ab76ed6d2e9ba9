package musette.readers;

import java.time.Duration;
import java.util.Optional;
import musette.keys.OneTimeTokens;
import musette.keys.SignInCodes;
import musette.post.MailBudget;
import musette.post.Mailbox;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Sign-in by a mail that holds a link for any browser and a code for the one that asked. Either
/// works once.
///
/// Asking does the same work for every address; whether it has an account is looked up after the
/// answer has gone out, so neither the words nor the time of the answer tell.
@Component
public class SignInLinks {
    static final String PURPOSE = "reader-sign-in";
    static final Duration LIFETIME = Duration.ofMinutes(15);
    private static final MailBudget.Kind KIND = MailBudget.Kind.SIGN_IN;

    private final MailBudget budget;
    private final TransactionTemplate transaction;
    private final OneTimeTokens tokens;
    private final SignInCodes codes;
    private final Readers readers;
    private final ApplicationEventPublisher events;

    public SignInLinks(
            MailBudget budget,
            TransactionTemplate transaction,
            OneTimeTokens tokens,
            SignInCodes codes,
            Readers readers,
            ApplicationEventPublisher events) {
        this.budget = budget;
        this.transaction = transaction;
        this.tokens = tokens;
        this.codes = codes;
        this.readers = readers;
        this.events = events;
    }

    /// Asks for a link to be mailed, if the address has an account and the budget allows. Silent
    /// about all of that.
    ///
    /// @param returnPath the local path that the reader lands on after signing in
    public void ask(Mailbox email, String returnPath, MailBudget.Asker asker) {
        transaction.executeWithoutResult(status -> ask(email, returnPath, asker, ""));
    }

    /// As `ask`, with a code in the mail that can be typed in the browser that asks.
    ///
    /// @param kept the key that the browser has from asking before, if any
    /// @return the key that the browser is to keep until the mail is there
    public String askHere(
            Mailbox email, String returnPath, MailBudget.Asker asker, Optional<String> kept) {
        return transaction.execute(status -> {
            var key = codes.begin(PURPOSE, kept, LIFETIME);
            ask(email, returnPath, asker, SignInCodes.browser(key));
            return key;
        });
    }

    private void ask(Mailbox email, String returnPath, MailBudget.Asker asker, String browser) {
        if (budget.allows(KIND, email, asker)) {
            events.publishEvent(new SignInAsked(email.key(), returnPath, browser));
        }
    }

    /// Whom the link would sign in; changes nothing.
    public Optional<Reader> peek(String token) {
        return tokens.peek(PURPOSE, token).flatMap(this::reader);
    }

    /// Uses the link up, and the code beside it.
    public Optional<Reader> redeem(String token) {
        return tokens.redeem(PURPOSE, token).flatMap(this::reader).map(this::proven);
    }

    /// Uses the code up, and the link beside it.
    ///
    /// @param key what the browser that asked was given to keep
    public Optional<Reader> redeemCode(String key, String typed) {
        return codes.redeem(PURPOSE, key, typed).flatMap(this::reader).map(this::proven);
    }

    /// Ends every link and code that was mailed to the reader and not used yet.
    public void revokeAll(Reader reader) {
        tokens.revoke(PURPOSE, Long.toString(reader.id()));
        codes.revoke(PURPOSE, Long.toString(reader.id()));
    }

    private Reader proven(Reader reader) {
        revokeAll(reader);
        budget.forgive(KIND, reader.email());
        return reader;
    }

    private Optional<Reader> reader(String subject) {
        return readers.byId(Long.parseLong(subject));
    }
}
