package musette.post;

import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;

/// Who mails come from: the publication's name and its address.
record Sender(String name, Mailbox mailbox) {

    InternetAddress address() {
        try {
            return new InternetAddress(mailbox.address(), name, StandardCharsets.UTF_8.name());
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("This Java has no UTF-8", e);
        }
    }
}
