package musette.media;

import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/// A face of ours whose letters are drawn as outlines, so that they look alike on every machine and
/// need no fonts of it. Not for several threads at once.
final class Lettering {
    private final TrueTypeFont face;
    private final CmapLookup glyphs;
    private final double unit;

    private Lettering(TrueTypeFont face) throws IOException {
        this.face = face;
        glyphs = face.getUnicodeCmapLookup();
        unit = face.getUnitsPerEm();
    }

    /// @param file below `fonts/`
    static Lettering of(String file) {
        try (var bytes = Lettering.class.getResourceAsStream("/fonts/" + file)) {
            return new Lettering(
                    new TTFParser()
                            .parse(new RandomAccessReadBuffer(Objects.requireNonNull(bytes))));
        } catch (IOException e) {
            throw new UncheckedIOException("The face can't be read: " + file, e);
        }
    }

    /// Whether it has every letter of the words.
    boolean has(String words) {
        return words.codePoints().allMatch(sign -> glyphs.getGlyphId(sign) != 0);
    }

    /// @param size of the em, in pixels
    double width(String words, double size) {
        return words.codePoints().mapToDouble(this::advance).sum() * size / unit;
    }

    private double advance(int sign) {
        try {
            return face.getAdvanceWidth(glyphs.getGlyphId(sign));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Writes one line; `y` is what its letters stand on.
    void write(Graphics2D drawing, String words, double x, double y, double size) {
        double pen = x;
        for (int sign : words.codePoints().toArray()) {
            var place = new AffineTransform(size / unit, 0, 0, -size / unit, pen, y);
            drawing.fill(place.createTransformedShape(outline(sign)));
            pen += advance(sign) * size / unit;
        }
    }

    private Shape outline(int sign) {
        try {
            var glyph = face.getGlyph().getGlyph(glyphs.getGlyphId(sign));
            return glyph == null ? new GeneralPath() : glyph.getPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The words in lines of that width at most, but for a word that is wider by itself.
    List<String> lines(String words, double size, double width) {
        var lines = new ArrayList<String>();
        var line = "";
        for (var word : words.split(" ", -1)) {
            var longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && width(longer, size) > width) {
                lines.add(line);
                line = word;
            } else {
                line = longer;
            }
        }
        lines.add(line);
        return lines;
    }

    /// The words, or as many of their letters as fit, with an ellipsis.
    String fitting(String words, double size, double width) {
        if (width(words, size) <= width) {
            return words;
        }
        int end = words.length();
        while (end > 0 && width(words.substring(0, end) + "…", size) > width) {
            end = words.offsetByCodePoints(end, -1);
        }
        return words.substring(0, end).stripTrailing() + "…";
    }
}
