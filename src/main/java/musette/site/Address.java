package musette.site;

import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Where readers find the site: as configured, or on the port this program got.
@Component
public class Address {
    private final SiteSettings settings;
    private volatile int port;

    public Address(SiteSettings settings) {
        this.settings = settings;
    }

    @EventListener
    void listening(WebServerInitializedEvent event) {
        port = event.getWebServer().getPort();
    }

    /// The full address of a path that starts with a slash.
    public String of(String path) {
        var base = settings.address().isEmpty() ? "http://127.0.0.1:" + port : settings.address();
        return base + path;
    }

    /// The port the program listens on, 0 while it does not.
    public int port() {
        return port;
    }
}
