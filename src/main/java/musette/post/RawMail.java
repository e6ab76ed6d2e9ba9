package musette.post;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Properties;
import java.util.stream.Collectors;

/// A mail as it came over the wire, read for people.
record RawMail(MimeMessage message) {

    static RawMail of(byte[] raw) {
        try {
            var session = Session.getInstance(new Properties());
            return new RawMail(new MimeMessage(session, new ByteArrayInputStream(raw)));
        } catch (MessagingException e) {
            throw unreadable(e);
        }
    }

    String subject() {
        try {
            var subject = message.getSubject();
            return subject == null ? "" : subject.replaceAll("\\p{Cntrl}+", " ");
        } catch (MessagingException e) {
            throw unreadable(e);
        }
    }

    /// The headers as they were sent, one a line, folded lines joined.
    String head() {
        try {
            return Collections.list(message.getAllHeaderLines()).stream()
                    .map(line -> line.replaceAll("\r?\n[ \t]+", " "))
                    .collect(Collectors.joining("\n"));
        } catch (MessagingException e) {
            throw unreadable(e);
        }
    }

    /// The first part of that kind; empty when there is none.
    String words(String kind) {
        try {
            return words(message, kind);
        } catch (MessagingException e) {
            throw unreadable(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String words(Part part, String kind) throws MessagingException, IOException {
        if (part.isMimeType(kind)) {
            return String.valueOf(part.getContent());
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                var words = words(parts.getBodyPart(i), kind);
                if (!words.isEmpty()) {
                    return words;
                }
            }
        }
        return "";
    }

    private static IllegalStateException unreadable(MessagingException cause) {
        return new IllegalStateException("The mail can't be read", cause);
    }
}
