package musette.text;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import musette.text.Document.Inline;
import musette.text.Document.TextBlock;

/// Something that another site shows: a film, a map. It is named by its provider and its number
/// there, never by an address, and is loaded when a reader asks for it.
///
/// @param source `youtube:dQw4w9WgXcQ`, as the schema takes it
/// @param inlines what it shows, in words
public record Embed(String source, List<Inline> inlines) implements TextBlock {
    /// What the schema takes as `source`.
    static final String SOURCE =
            "youtube:[A-Za-z0-9_-]{11}|(?:vimeo|komoot|ridewithgps):[0-9]{4,12}";

    public Embed {
        if (!source.matches(SOURCE)) {
            throw new IllegalArgumentException("no film or route of a site we know: " + source);
        }
        inlines = List.copyOf(inlines);
    }

    /// Whose players may stand in a story.
    public enum Provider {
        YOUTUBE(
                "YouTube",
                "https://www.youtube-nocookie.com/embed/%s",
                "https://www.youtube.com/watch?v=%s"),
        VIMEO("Vimeo", "https://player.vimeo.com/video/%s?dnt=1", "https://vimeo.com/%s"),
        KOMOOT("Komoot", "https://www.komoot.com/tour/%s/embed", "https://www.komoot.com/tour/%s"),
        RIDEWITHGPS(
                "Ride with GPS",
                "https://ridewithgps.com/embeds?type=route&id=%s",
                "https://ridewithgps.com/routes/%s");

        private final String title;
        private final String player;
        private final String page;

        Provider(String title, String player, String page) {
            this.title = title;
            this.player = player;
            this.page = page;
        }

        public String title() {
            return title;
        }

        /// Whom a page that shows players must let into its frames.
        public static List<String> origins() {
            return Stream.of(values())
                    .map(provider -> provider.player.replaceAll("(?<=[a-z])/.*", ""))
                    .toList();
        }
    }

    public Provider provider() {
        return Provider.valueOf(source.substring(0, source.indexOf(':')).toUpperCase(Locale.ROOT));
    }

    private String number() {
        return source.substring(source.indexOf(':') + 1);
    }

    /// The address of what plays it in a frame.
    public String player() {
        return provider().player.formatted(number());
    }

    /// The address of its own page.
    public String page() {
        return provider().page.formatted(number());
    }

    @Override
    public TextBlock with(List<Inline> other) {
        return new Embed(source, other);
    }

    @Override
    public boolean isBlank() {
        return false;
    }
}
