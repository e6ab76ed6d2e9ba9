package musette.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.server.SMTPServer;

/// A mail server that takes everything and counts what comes twice.
///
/// @param recipients who got at least one mail
/// @param copies how often each Message-ID came
record MailSink(SMTPServer server, Set<String> recipients, Map<String, Integer> copies)
        implements AutoCloseable {
    private static final Pattern MESSAGE_ID = Pattern.compile("(?im)^Message-ID:\\s*<([^>]+)>");

    static MailSink open() {
        var recipients = ConcurrentHashMap.<String>newKeySet();
        var copies = new ConcurrentHashMap<String, Integer>();
        var server =
                SMTPServer.port(0)
                        .bindAddress(InetAddress.getLoopbackAddress())
                        .messageHandlerFactory(context -> new Taken(recipients, copies))
                        .executorService(Executors.newVirtualThreadPerTaskExecutor())
                        .build();
        server.start();
        return new MailSink(server, recipients, copies);
    }

    int port() {
        return server.getPortAllocated();
    }

    long doubled() {
        return copies.values().stream().filter(count -> count > 1).count();
    }

    @Override
    public void close() {
        server.stop();
    }

    /// One mail as it comes in.
    private static final class Taken implements MessageHandler {
        private final Set<String> recipients;
        private final Map<String, Integer> copies;
        private String to = "";

        Taken(Set<String> recipients, Map<String, Integer> copies) {
            this.recipients = recipients;
            this.copies = copies;
        }

        @Override
        public void from(String address) {}

        @Override
        public void recipient(String address) {
            to = address;
        }

        @Override
        public String data(InputStream data) throws IOException {
            var words = new String(data.readAllBytes(), StandardCharsets.UTF_8);
            var id = MESSAGE_ID.matcher(words);
            copies.merge(id.find() ? id.group(1) : words, 1, Integer::sum);
            recipients.add(to);
            return "Taken";
        }

        @Override
        public void done() {}
    }
}
