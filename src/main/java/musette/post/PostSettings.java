package musette.post;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where mail goes.
///
/// @param host your mail server; without one every mail is caught in this program, shown under
///   /desk/mail and sent to nobody
/// @param port the server's port for mail from programs like this one
/// @param user account at the server, if it asks for one
/// @param password password for `user`
/// @param tls `starttls` (the usual one, port 587), `implicit` (port 465) or `none`; `none` with a
///   password is taken for a server on this machine only
/// @param from the address mail comes from; your server must be allowed to send for its domain
/// @param patience for how long a mail is tried again while the server says "later"
/// @param perClient most mails in an hour that one network address (one /64 of IPv6) can ask for
///   without having proven anything; behind a proxy, musette.site.proxies must name it
/// @param perHour most mails of one kind (letters' confirmations, sign-in links) in an hour that
///   all strangers together can ask for
@ConfigurationProperties(value = "musette.post", ignoreUnknownFields = false)
record PostSettings(
        @Nullable String host,
        @DefaultValue("587") int port,
        @Nullable String user,
        @Nullable String password,
        @DefaultValue("starttls") Tls tls,
        @Nullable String from,
        @DefaultValue("5d") Duration patience,
        @DefaultValue("20") int perClient,
        @DefaultValue("500") int perHour) {

    /// How the conversation with the server is kept private.
    enum Tls {
        STARTTLS,
        IMPLICIT,
        NONE
    }

    PostSettings {
        if (host != null && !host.matches("[A-Za-z0-9.:-]+")) {
            throw new IllegalArgumentException(
                    "musette.post.host must be a name like smtp.example.org, not '%s'"
                            .formatted(host));
        }
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException(
                    "musette.post.port must be from 1 to 65535, not " + port);
        }
        if (host != null && from == null) {
            throw new IllegalArgumentException(
                    "musette.post.from must be set when musette.post.host is: mail has to come"
                            + " from an address of yours");
        }
        if (from != null && Mailbox.parse(from).isEmpty()) {
            throw new IllegalArgumentException(
                    "musette.post.from must be an address like news@example.org, not '%s'"
                            .formatted(from));
        }
        if ((user == null) != (password == null)) {
            throw new IllegalArgumentException(
                    "musette.post.user and musette.post.password are set together or not at all");
        }
        if (password != null && tls == Tls.NONE && !isThisMachine(host)) {
            throw new IllegalArgumentException(
                    "musette.post.tls is none, so musette.post.password would cross the network in"
                            + " the open; use starttls or implicit");
        }
        if (perClient < 1 || perHour < 1) {
            throw new IllegalArgumentException(
                    "musette.post.per-client and musette.post.per-hour must be 1 or more");
        }
        if (patience.compareTo(Duration.ofMinutes(1)) < 0) {
            throw new IllegalArgumentException(
                    "musette.post.patience must be a minute or more, not " + patience);
        }
    }

    /// Who mails come from; a name nobody has (RFC 2606) as long as they are caught.
    Mailbox sender() {
        return Mailbox.parse(from == null ? "newsroom@musette.example" : from).orElseThrow();
    }

    private static boolean isThisMachine(@Nullable String host) {
        return host == null || host.equals("localhost") || host.startsWith("127.");
    }

    /// Without the password.
    @Override
    public String toString() {
        return "PostSettings[%s:%d, %s, from %s]".formatted(host, port, tls, from);
    }
}
