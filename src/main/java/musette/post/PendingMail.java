package musette.post;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A mail from the outbox that the sender has in hand.
///
/// @param messageId stays the same however often the mail is tried
/// @param headers one a line, `Name: value`
/// @param attempts how often it has been in hand, this time included
record PendingMail(
        long id,
        UUID messageId,
        String purpose,
        String recipient,
        String subject,
        String text,
        @Nullable String html,
        String headers,
        int attempts,
        Instant writtenAt) {

    /// The mail in the form of RFC 5322, plain text first and HTML, if any, as its alternative.
    MimeMessage compose(Session session, Sender sender) throws MessagingException {
        var message = new MessageWithItsId(session, messageId + "@" + sender.mailbox().domain());
        message.setFrom(sender.address());
        message.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress(recipient, true));
        message.setSubject(subject, "UTF-8");
        message.setSentDate(Date.from(writtenAt));
        // RFC 3834: answering machines leave such mail alone.
        message.setHeader("Auto-Submitted", "auto-generated");
        for (var line : headers.lines().toList()) {
            message.setHeader(
                    line.substring(0, line.indexOf(':')), line.substring(line.indexOf(':') + 2));
        }
        if (html == null) {
            write(message, text, "plain");
        } else {
            message.setContent(
                    new MimeMultipart("alternative", part(text, "plain"), part(html, "html")));
        }
        message.saveChanges();
        return message;
    }

    private static MimeBodyPart part(String words, String kind) throws MessagingException {
        var part = new MimeBodyPart();
        write(part, words, kind);
        return part;
    }

    private static void write(MimePart part, String words, String kind) throws MessagingException {
        part.setText(words, "UTF-8", kind);
    }

    /// The library would give each message an identity of its own on every save.
    private static final class MessageWithItsId extends MimeMessage {
        private final String id;

        MessageWithItsId(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + id + ">");
        }
    }
}
