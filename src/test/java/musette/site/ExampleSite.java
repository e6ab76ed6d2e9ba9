package musette.site;

import java.time.ZoneId;
import java.util.List;

/// A publication for tests that need no house.
public final class ExampleSite {
    public static final SiteSettings SETTINGS =
            new SiteSettings(
                    "Musette",
                    "https://musette.example",
                    ZoneId.of("Europe/Madrid"),
                    "GB",
                    "",
                    "",
                    List.of());
    public static final Address ADDRESS = new Address(SETTINGS);

    private ExampleSite() {}
}
