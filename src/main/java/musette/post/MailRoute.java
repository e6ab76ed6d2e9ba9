package musette.post;

import java.time.Duration;
import musette.site.Address;
import musette.site.SiteSettings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/// Where mail goes from here.
@EnableConfigurationProperties(PostSettings.class)
@Component
public class MailRoute {
    private final PostSettings settings;
    private final MailCatcher catcher;
    private final Sender sender;
    private final Address address;

    MailRoute(PostSettings settings, MailCatcher catcher, SiteSettings site, Address address) {
        this.settings = settings;
        this.catcher = catcher;
        this.sender = new Sender(site.name(), settings.sender());
        this.address = address;
    }

    /// One line for people: `smtp.example.org:587`, or that mail is caught and where to read it.
    public String words() {
        return isCaught()
                ? "caught here, read them at " + address.of("/desk/mail")
                : settings.host() + ":" + settings.port();
    }

    /// Whether mails stay in this program because no server is configured.
    public boolean isCaught() {
        return settings.host() == null;
    }

    MailServer server() {
        var host = settings.host();
        return host == null
                ? catcher.server()
                : new MailServer(
                        host,
                        settings.port(),
                        settings.user(),
                        settings.password(),
                        settings.tls());
    }

    Sender sender() {
        return sender;
    }

    Duration patience() {
        return settings.patience();
    }
}
