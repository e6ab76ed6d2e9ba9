package musette.post;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import musette.post.PostSettings.Tls;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.server.SMTPServer;

/// A mail server inside this program that keeps what it gets and passes nothing on.
///
/// It stands in for a real one as long as none is configured, so that mail takes the same way from
/// the first day. It listens on loopback, on a port the system picks, and takes mail only with a
/// password made at each start: other programs of this machine can't put mail before the desk.
@Component
class MailCatcher implements SmartLifecycle {
    private static final String USER = "postman";
    private static final int LARGEST_MAIL = 10 * 1024 * 1024;
    private static final Logger log = LoggerFactory.getLogger(MailCatcher.class);

    private final PostSettings settings;
    private final CaughtMails mails;
    private final String password;
    private final AtomicReference<@Nullable SMTPServer> running = new AtomicReference<>();

    MailCatcher(PostSettings settings, CaughtMails mails) {
        this.settings = settings;
        this.mails = mails;
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        password = HexFormat.of().formatHex(bytes);
    }

    /// How to speak with it, while it runs.
    MailServer server() {
        var server = running.get();
        if (server == null) {
            throw new IllegalStateException("The catcher is not running");
        }
        return new MailServer("127.0.0.1", server.getPortAllocated(), USER, password, Tls.NONE);
    }

    @Override
    public boolean isAutoStartup() {
        return settings.host() == null;
    }

    @Override
    public void start() {
        var server =
                SMTPServer.port(0)
                        .bindAddress(InetAddress.ofLiteral("127.0.0.1"))
                        .hostName("catcher.musette.example")
                        .softwareName("Musette")
                        .insertReceivedHeaders(false)
                        .maxMessageSize(LARGEST_MAIL)
                        .requireAuth()
                        .authenticationHandlerFactory(
                                new EasyAuthenticationHandlerFactory(this::check))
                        .messageHandlerFactory(context -> new Catch())
                        .executorService(Executors.newVirtualThreadPerTaskExecutor())
                        .build();
        server.start();
        running.set(server);
    }

    @Override
    public void stop() {
        var server = running.getAndSet(null);
        if (server != null) {
            server.stop();
        }
    }

    @Override
    public boolean isRunning() {
        return running.get() != null;
    }

    @Override
    public int getPhase() {
        return Postman.PHASE - 1;
    }

    private void check(String user, String secret, MessageContext context)
            throws LoginFailedException {
        if (!USER.equals(user)
                || !MessageDigest.isEqual(password.getBytes(US_ASCII), secret.getBytes(US_ASCII))) {
            throw new LoginFailedException();
        }
    }

    /// One mail as it comes in.
    private final class Catch implements MessageHandler {
        private String sender = "";
        private String recipient = "";

        @Override
        public void from(String address) {
            sender = address;
        }

        @Override
        public void recipient(String address) {
            recipient = address;
        }

        @Override
        public String data(InputStream data) throws RejectException, IOException {
            var raw = data.readNBytes(LARGEST_MAIL + 1);
            if (raw.length > LARGEST_MAIL) {
                throw new RejectException(552, "This mail is too large");
            }
            try {
                mails.keep(sender, recipient, raw);
            } catch (DataAccessException e) {
                log.warn("A mail could not be kept; it will come again.", e);
                throw new RejectException(451, "The shelf can't be reached, try again later");
            }
            return "Caught, and sent to nobody";
        }

        @Override
        public void done() {}
    }
}
