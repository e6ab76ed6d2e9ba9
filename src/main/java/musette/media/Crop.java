package musette.media;

import java.awt.Rectangle;
import java.util.Arrays;
import java.util.Optional;

/// The part of a picture that a place on a page shows.
public enum Crop {
    WHOLE("whole", 0, 0),
    WIDE("16x9", 16, 9),
    LANDSCAPE("4x3", 4, 3),
    SQUARE("1x1", 1, 1);

    private final String word;
    private final int across;
    private final int down;

    Crop(String word, int across, int down) {
        this.word = word;
        this.across = across;
        this.down = down;
    }

    /// As addresses say it.
    public String word() {
        return word;
    }

    static Optional<Crop> of(String word) {
        return Arrays.stream(values()).filter(crop -> crop.word.equals(word)).findFirst();
    }

    /// The largest part of that shape, with the focus as near to its middle as the edges allow.
    Rectangle of(Picture picture) {
        int width = picture.width();
        int height = picture.height();
        if (this == WHOLE) {
            return new Rectangle(width, height);
        }
        var isTooWide = (long) width * down > (long) height * across;
        int cutWidth = isTooWide ? Math.max(1, height * across / down) : width;
        int cutHeight = isTooWide ? height : Math.max(1, width * down / across);
        return new Rectangle(
                start(picture.focus().x(), width, cutWidth),
                start(picture.focus().y(), height, cutHeight),
                cutWidth,
                cutHeight);
    }

    private static int start(int focus, int whole, int cut) {
        return Math.clamp((long) focus * whole / Picture.Focus.WHOLE - cut / 2, 0, whole - cut);
    }
}
