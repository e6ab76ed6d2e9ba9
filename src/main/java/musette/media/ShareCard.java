package musette.media;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a story shows where others link to it: its headline, and the first of its result.
///
/// @param lines none for a story that carries no result
public record ShareCard(String site, String kicker, String headline, List<Line> lines) {
    public static final int WIDTH = 1_200;
    public static final int HEIGHT = 630;

    private static final int NAME_BYTES = 8;

    public ShareCard {
        lines = List.copyOf(lines);
    }

    /// One line of a result: `1`, `Ion Izagirre`, `5:09:05`.
    public record Line(String place, String name, String gap) {}

    /// Tells this card from every other: the beginning of the SHA-256 of its words.
    public String name() {
        try {
            var words = words().collect(Collectors.joining("\n"));
            var hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(words.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, NAME_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    Stream<String> words() {
        return Stream.concat(
                Stream.of(site, kicker, headline),
                lines.stream().flatMap(it -> Stream.of(it.place(), it.name(), it.gap())));
    }
}
