package musette.post;

import com.ibm.icu.text.IDNA;
import com.sanctionco.jmail.EmailValidator;
import com.sanctionco.jmail.JMail;
import java.util.Locale;
import java.util.Optional;

/// An address that mail can be sent to: `izagirre@example.org`.
///
/// The domain is in lower case and in the form DNS knows (RFC 5890); the part before the @ is as
/// its owner wrote it. Quoted names, comments, routes and bare IP addresses (RFC 5321 section 4.1.2
/// allows them all) are refused: people do not have them, attackers do.
public record Mailbox(String address) {
    /// RFC 5321 section 4.5.3.1.3, less the two angle brackets.
    public static final int LONGEST = 254;

    private static final IDNA DOMAINS =
            IDNA.getUTS46Instance(
                    IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.CHECK_BIDI | IDNA.CHECK_CONTEXTJ);

    private static final EmailValidator VALIDATOR =
            JMail.strictValidator()
                    .requireTopLevelDomain()
                    .disallowIpDomain()
                    .disallowQuotedIdentifiers()
                    .disallowExplicitSourceRouting()
                    .requireAscii()
                    .withRule(email -> email.comments().isEmpty(), "comments")
                    .withRule(email -> !email.hasIdentifier(), "display name")
                    .withRule(email -> email.localPart().indexOf('"') < 0, "quoted name");

    public Mailbox {
        if (address.length() > LONGEST || VALIDATOR.isInvalid(address)) {
            throw new IllegalArgumentException("this is not a mail address");
        }
        var at = address.lastIndexOf('@');
        address = address.substring(0, at) + address.substring(at).toLowerCase(Locale.ROOT);
    }

    /// What a person typed, without the spaces around it; empty when no mail can go there. It is
    /// stricter than what is stored, which must stay readable.
    public static Optional<Mailbox> parse(String typed) {
        var text = typed.strip();
        var at = text.lastIndexOf('@');
        if (at < 1 || text.length() > LONGEST || text.chars().anyMatch(Character::isWhitespace)) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new Mailbox(text.substring(0, at) + "@" + ascii(text.substring(at + 1))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// IDNA 2008, non-transitional (UTS 46): faß.de stays faß.de and does not become fass.de.
    private static String ascii(String domain) {
        var info = new IDNA.Info();
        var ascii = DOMAINS.nameToASCII(domain, new StringBuilder(), info).toString();
        if (info.hasErrors()) {
            throw new IllegalArgumentException("this is not a domain");
        }
        return ascii;
    }

    /// What stands behind the @.
    public String domain() {
        return address.substring(address.lastIndexOf('@') + 1);
    }

    /// The same for every spelling that reaches the same person: capitals do not count.
    public String key() {
        return address.toLowerCase(Locale.ROOT);
    }

    /// The inbox that is most likely behind it, for counting how much mail one person gets: without
    /// a "+tag", and without dots where Gmail ignores them. Never to be used as an address.
    public String inbox() {
        var name = key().substring(0, key().lastIndexOf('@'));
        var plus = name.indexOf('+');
        var bare = plus > 0 ? name.substring(0, plus) : name;
        return isGmail() ? bare.replace(".", "") + "@gmail.com" : bare + "@" + domain();
    }

    private boolean isGmail() {
        return domain().equals("gmail.com") || domain().equals("googlemail.com");
    }

    @Override
    public String toString() {
        return address;
    }
}
