package musette.site;

import java.net.URI;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The publication.
///
/// @param name what stands at the top of every page
/// @param address where readers find the site, scheme and host, for links in mails and feeds; empty
///   means "wherever this program listens", which is right for a first look only
/// @param zone time zone in which times are shown
/// @param market the market for readers of whom nothing else is known: GB, US or EU
@ConfigurationProperties(value = "musette.site", ignoreUnknownFields = false)
public record SiteSettings(
        @DefaultValue("Musette") String name,
        @DefaultValue("") String address,
        @DefaultValue("Europe/Madrid") ZoneId zone,
        @DefaultValue("GB") String market) {

    public SiteSettings {
        if (name.isBlank()) {
            throw new IllegalArgumentException("musette.site.name must not be empty");
        }
        if (!address.isEmpty() && !address.matches("https?://[^/]+")) {
            throw new IllegalArgumentException(
                    "musette.site.address must be like https://news.example.org, not " + address);
        }
    }

    /// Whether cookies may insist on an encrypted connection.
    public boolean secure() {
        return !address.isEmpty() && "https".equals(URI.create(address).getScheme());
    }
}
