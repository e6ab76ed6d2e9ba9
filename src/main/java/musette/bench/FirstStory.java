package musette.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;

/// Finds what a reader would open first.
final class FirstStory {
    private static final Pattern LINK =
            Pattern.compile("<h[1-3][^>]*>\\s*<a href=\"(/[a-z0-9-]+)\"");

    private FirstStory() {}

    /// The path of the first story on the home page.
    static String firstOn(Client client) throws IOException {
        var link = LINK.matcher(client.get("/").body());
        if (!link.find()) {
            throw new IllegalStateException("the home page names no story");
        }
        return link.group(1);
    }

    /// The full address of the first story of the site at that address.
    static String addressOn(String site) {
        try (var client = Client.of(site)) {
            return client.site() + firstOn(client);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
