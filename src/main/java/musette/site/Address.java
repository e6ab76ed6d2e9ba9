package musette.site;

import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Where readers find the site: as configured, or on the port this program got.
@Component
public class Address {
    private final SiteSettings settings;
    private final AtomicInteger port = new AtomicInteger();

    public Address(SiteSettings settings) {
        this.settings = settings;
    }

    @EventListener
    void listening(WebServerInitializedEvent event) {
        port.set(event.getWebServer().getPort());
    }

    /// The full address of a path that starts with a slash.
    public String of(String path) {
        var base =
                settings.address().isEmpty()
                        ? "http://127.0.0.1:" + port.get()
                        : settings.address();
        return base + path;
    }

    /// The port the program listens on, 0 while it does not.
    public int port() {
        return port.get();
    }
}
