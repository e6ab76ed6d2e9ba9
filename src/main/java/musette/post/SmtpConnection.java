package musette.post;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/// One connection to a mail server, good for many mails.
final class SmtpConnection implements AutoCloseable {
    private final Session session;
    private final SMTPTransport transport;

    SmtpConnection(Session session, SMTPTransport transport) {
        this.session = session;
        this.transport = transport;
    }

    /// Offers one mail to the server.
    DeliveryOutcome deliver(PendingMail mail, Sender sender) {
        MimeMessage message;
        try {
            message = mail.compose(session, sender);
        } catch (MessagingException e) {
            return new DeliveryOutcome.Refused("It could not be put into the form of a mail: " + e);
        }
        try {
            transport.sendMessage(
                    message, new InternetAddress[] {new InternetAddress(mail.recipient(), true)});
            return new DeliveryOutcome.Taken(words(transport.getLastServerResponse()));
        } catch (MessagingException e) {
            return answer(e);
        }
    }

    /// Whether the server still listens; asks it (NOOP).
    boolean isOpen() {
        return transport.isConnected();
    }

    private static DeliveryOutcome answer(MessagingException problem) {
        var code = 0;
        Exception cause = problem;
        // The cause nearest to the address comes last and knows best.
        while (cause != null) {
            var own = codeOf(cause);
            code = own > 0 ? own : code;
            cause = cause instanceof MessagingException mail ? mail.getNextException() : null;
        }
        var words = words(problem.getMessage());
        return code >= 500 ? new DeliveryOutcome.Refused(words) : new DeliveryOutcome.Later(words);
    }

    private static int codeOf(Exception problem) {
        return switch (problem) {
            case SMTPAddressFailedException address -> address.getReturnCode();
            case SMTPSenderFailedException sender -> sender.getReturnCode();
            case SMTPSendFailedException send -> send.getReturnCode();
            default -> 0;
        };
    }

    private static String words(@Nullable String answer) {
        if (answer == null) {
            return "no answer";
        }
        var line = answer.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.length() <= 500 ? line : line.substring(0, 500);
    }

    @Override
    public void close() {
        try {
            transport.close();
        } catch (MessagingException e) {
            // The mails are settled one by one; how the goodbye goes changes nothing.
        }
    }
}
