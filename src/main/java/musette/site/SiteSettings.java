package musette.site;

import java.net.InetAddress;
import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The publication.
///
/// @param name what stands at the top of every page
/// @param address where readers find the site, scheme and host, for links in mails and feeds; empty
///   means "wherever this program listens", which is right for a first look only
/// @param zone time zone in which times are shown
/// @param contact an email address under which readers reach the newsroom, shown on the pages about
///   it; empty when there is none to show
/// @param resultsLicence on what terms others may use the results that they download, as a line of
///   words; empty when nothing is said
/// @param proxies networks of the proxies in front of the site, `10.0.0.0/8, 2001:db8::1`; only
///   what they say of a client's address is believed; empty when there is none
/// @param market the market for readers of whom nothing else is known: GB, US or EU
@ConfigurationProperties(value = "musette.site", ignoreUnknownFields = false)
public record SiteSettings(
        @DefaultValue("Musette") String name,
        @DefaultValue("") String address,
        @DefaultValue("Europe/Madrid") ZoneId zone,
        @DefaultValue("GB") String market,
        @DefaultValue("") String contact,
        @DefaultValue("") String resultsLicence,
        @DefaultValue({}) List<String> proxies) {

    private static final String NOT_A_NETWORK =
            "musette.site.proxies must hold addresses or networks such as 10.0.0.0/8, not ";

    /// As long as a head line of a file may be.
    private static final int LONGEST_LICENCE = 200;

    public SiteSettings {
        proxies = List.copyOf(proxies);
        proxies.forEach(SiteSettings::requireNetwork);
        if (name.isBlank()) {
            throw new IllegalArgumentException("musette.site.name must not be empty");
        }
        if (resultsLicence.length() > LONGEST_LICENCE) {
            throw new IllegalArgumentException(
                    "musette.site.results-licence is one line; 200 letters is the most");
        }
        if (!address.isEmpty() && !address.matches("https?://[^/]+")) {
            throw new IllegalArgumentException(
                    "musette.site.address must be like https://news.example.org, not " + address);
        }
    }

    private static void requireNetwork(String proxy) {
        var parts = proxy.split("/", 2);
        try {
            var bits = InetAddress.ofLiteral(parts[0]).getAddress().length * 8;
            if (parts.length == 1 || Integer.parseInt(parts[1]) <= bits) {
                return;
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(NOT_A_NETWORK + proxy, e);
        }
        throw new IllegalArgumentException(NOT_A_NETWORK + proxy);
    }

    /// Whether cookies may insist on an encrypted connection.
    public boolean secure() {
        return !address.isEmpty() && "https".equals(URI.create(address).getScheme());
    }
}
