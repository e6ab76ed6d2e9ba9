package musette.post;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.time.Duration;
import java.util.Properties;
import musette.post.PostSettings.Tls;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/// A server that takes mail, as an operator configures it, and how to speak with it.
record MailServer(
        String host, int port, @Nullable String user, @Nullable String password, Tls tls) {

    /// Longest wait for one answer; RFC 5321 section 4.5.3.2 asks for minutes, not seconds.
    static final Duration PATIENCE = Duration.ofMinutes(2);

    /// Begins a conversation.
    ///
    /// @throws MessagingException when there is no server, or it does not know us
    SmtpConnection open(Mailbox sender) throws MessagingException {
        var session = Session.getInstance(properties(sender));
        var transport = (SMTPTransport) session.getTransport("smtp");
        transport.connect(host, port, user, password);
        return new SmtpConnection(session, transport);
    }

    private Properties properties(Mailbox sender) {
        var all = new Properties();
        all.put("mail.smtp.from", sender.address());
        all.put("mail.smtp.localhost", sender.domain());
        all.put("mail.smtp.auth", String.valueOf(user != null));
        all.put("mail.smtp.starttls.enable", String.valueOf(tls == Tls.STARTTLS));
        all.put("mail.smtp.starttls.required", String.valueOf(tls == Tls.STARTTLS));
        all.put("mail.smtp.ssl.enable", String.valueOf(tls == Tls.IMPLICIT));
        all.put("mail.smtp.ssl.checkserveridentity", "true");
        all.put("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
        all.put("mail.smtp.connectiontimeout", "10000");
        all.put("mail.smtp.timeout", String.valueOf(PATIENCE.toMillis()));
        all.put("mail.smtp.writetimeout", String.valueOf(PATIENCE.toMillis()));
        all.put("mail.smtp.socketFactory", new NoDelaySockets());
        return all;
    }
}
