package musette.post;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One mail to one person, as the room that sends it writes it.
///
/// The sender adds From, Date, Message-ID and the form of the body. A line break in a subject or
/// header is refused: it would let a stranger's words become headers (CWE-93).
///
/// @param purpose what it is for, in a word or two: `letter-confirm`, `sign-in`
/// @param to who gets it
/// @param subject one line
/// @param text the words, plain; lines end in \n
/// @param html the same words as HTML, for programs that prefer it
/// @param headers more headers by name, such as List-Unsubscribe
public record Mail(
        String purpose,
        Mailbox to,
        String subject,
        String text,
        @Nullable String html,
        Map<String, String> headers) {

    private static final Pattern HEADER_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,60}");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\u2028\u2029]");
    private static final Set<String> OURS =
            Set.of(
                    "from",
                    "to",
                    "cc",
                    "bcc",
                    "subject",
                    "date",
                    "message-id",
                    "sender",
                    "mime-version",
                    "return-path",
                    "reply-to");

    public Mail {
        if (purpose.isBlank()) {
            throw new IllegalArgumentException("a mail needs a purpose");
        }
        if (subject.isBlank() || CONTROL.matcher(subject).find()) {
            throw new IllegalArgumentException("a mail's subject is one line of text");
        }
        if (text.isBlank()) {
            throw new IllegalArgumentException("a mail needs words");
        }
        headers.forEach(Mail::checkHeader);
        headers = Map.copyOf(headers);
    }

    /// A plain mail.
    public static Mail of(String purpose, Mailbox to, String subject, String text) {
        return new Mail(purpose, to, subject, text, null, Map.of());
    }

    /// The same mail with its words as HTML too.
    public Mail withHtml(String words) {
        return new Mail(purpose, to, subject, text, words, headers);
    }

    /// The same mail with one more header.
    public Mail withHeader(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Mail(purpose, to, subject, text, html, more);
    }

    private static void checkHeader(String name, String value) {
        var lower = name.toLowerCase(Locale.ROOT);
        if (!HEADER_NAME.matcher(name).matches() || CONTROL.matcher(value).find()) {
            throw new IllegalArgumentException("a header is a name and one line of text");
        }
        if (OURS.contains(lower) || lower.startsWith("content-")) {
            throw new IllegalArgumentException("the header %s is the sender's".formatted(name));
        }
    }
}
