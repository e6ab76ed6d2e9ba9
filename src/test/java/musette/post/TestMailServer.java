package musette.post;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/// A mail server of somebody else: real SMTP on loopback, in the mood the test gives it.
final class TestMailServer implements AutoCloseable {
    private final List<MimeMessage> taken = new CopyOnWriteArrayList<>();
    private final AtomicReference<Mood> mood = new AtomicReference<>(address -> {});
    private final AtomicReference<Mood> atTheDoor = new AtomicReference<>(address -> {});
    private final SMTPServer server;

    /// What the server thinks of a recipient.
    interface Mood {
        void consider(String recipient) throws RejectException;
    }

    private TestMailServer(int port, UnaryOperator<SMTPServer.Builder> more) {
        server =
                more.apply(
                                SMTPServer.port(port)
                                        .bindAddress(InetAddress.ofLiteral("127.0.0.1"))
                                        .insertReceivedHeaders(false)
                                        .messageHandlerFactory(context -> new Delivery()))
                        .build();
        server.start();
    }

    static TestMailServer open() {
        return new TestMailServer(0, builder -> builder);
    }

    static TestMailServer openOn(int port) {
        return new TestMailServer(port, builder -> builder);
    }

    static TestMailServer openWith(UnaryOperator<SMTPServer.Builder> more) {
        return new TestMailServer(0, more);
    }

    int port() {
        return server.getPortAllocated();
    }

    /// Asked at RCPT, before the words come.
    void atTheDoor(Mood next) {
        atTheDoor.set(next);
    }

    /// Asked when the words have come.
    void mood(Mood next) {
        mood.set(next);
    }

    /// Every mail it has said 250 to.
    List<MimeMessage> taken() {
        return List.copyOf(taken);
    }

    List<String> messageIds() {
        return taken.stream().map(TestMailServer::messageId).toList();
    }

    static String messageId(MimeMessage mail) {
        try {
            return mail.getMessageID();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }

    private final class Delivery implements MessageHandler {
        private final AtomicReference<String> recipient = new AtomicReference<>("");

        @Override
        public void from(String address) {}

        @Override
        public void recipient(String address) throws RejectException {
            atTheDoor.get().consider(address);
            recipient.set(address);
        }

        @Override
        public String data(InputStream data) throws RejectException {
            try {
                var raw = data.readAllBytes();
                mood.get().consider(recipient.get());
                taken.add(
                        new MimeMessage(
                                Session.getInstance(new Properties()),
                                new ByteArrayInputStream(raw)));
                return "Taken";
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void done() {}
    }
}
