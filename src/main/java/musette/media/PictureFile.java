package musette.media;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Spliterators;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.Orientation;

/// Reads a picture that somebody brought: JPEG, PNG or WebP, told by its first bytes and never by
/// its name. Of what came only the pixels go on, upright and in sRGB, so whatever else the file
/// carried (a place, a script, a second file) ends here.
///
/// Readers are Java throughout: bytes of strangers never reach native code.
final class PictureFile {
    /// The longest side that is kept.
    static final int LONGEST = 3_200;

    private static final long MOST_PIXELS = 80_000_000;

    /// Of a larger one only every second pixel is unpacked, or third: some 100 MB are enough.
    private static final double WHOLE_PIXELS = 30e6;

    private static final int LEAST = 16;
    private static final String ENDS_EARLY =
            "This picture can't be read; its file seems to end early. Save it once more as JPEG and"
                    + " bring that.";

    private PictureFile() {}

    /// @param pixels opaque, in sRGB
    record Read(BufferedImage pixels, Lines lines) {}

    /// What the photographer wrote.
    record Lines(String credit, String caption) {}

    static Read read(byte[] file) throws PictureRefused {
        var format = format(file);
        // A task of its own: whatever a library throws at damaged bytes ends there.
        var reading = new FutureTask<>(() -> read(file, format));
        reading.run();
        try {
            return reading.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof PictureRefused refused) {
                throw refused;
            }
            throw new PictureRefused(ENDS_EARLY, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PictureRefused(ENDS_EARLY, e);
        }
    }

    private static Read read(byte[] file, String format) throws IOException, PictureRefused {
        var written = Inscription.of(file);
        try (var bytes = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            var reader = reader(format);
            try {
                var pixels = upright(pixels(reader, bytes), written.orientation());
                return new Read(opaque(pixels), written.lines());
            } finally {
                reader.dispose();
            }
        }
    }

    private static String format(byte[] file) throws PictureRefused {
        if (starts(file, 0, 0xFF, 0xD8, 0xFF)) {
            return "jpeg";
        }
        if (starts(file, 0, 0x89, 'P', 'N', 'G')) {
            return "png";
        }
        if (starts(file, 0, 'R', 'I', 'F', 'F') && starts(file, 8, 'W', 'E', 'B', 'P')) {
            return "webp";
        }
        if (starts(file, 4, 'f', 't', 'y', 'p')) {
            throw new PictureRefused(
                    "This is a picture as iPhones keep it (HEIC, AVIF). Share it as JPEG and bring"
                            + " that.");
        }
        throw new PictureRefused("Pictures come as JPEG, PNG or WebP; this file is none of them.");
    }

    private static boolean starts(byte[] file, int at, int... bytes) {
        if (file.length < at + bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((file[at + i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    private static ImageReader reader(String format) {
        Iterator<ImageReader> all = ImageIO.getImageReadersByFormatName(format);
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(all, 0), false)
                .filter(reader -> !isNative(reader))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isNative(ImageReader reader) {
        return reader.getClass().getName().toLowerCase(Locale.ROOT).contains("luciad");
    }

    private static BufferedImage pixels(ImageReader reader, ImageInputStream bytes)
            throws IOException, PictureRefused {
        reader.setInput(bytes, true, true);
        long width = reader.getWidth(0);
        long height = reader.getHeight(0);
        if (width * height > MOST_PIXELS) {
            throw new PictureRefused(
                    "This picture has %,d times %,d pixels; 80 million in all is the most. Bring a smaller one."
                            .formatted(width, height));
        }
        if (Math.min(width, height) < LEAST) {
            throw new PictureRefused("This picture is too small to be seen.");
        }
        var thinly = new ImageReadParam();
        int each = (int) Math.ceil(Math.sqrt((double) width * height / WHOLE_PIXELS));
        thinly.setSourceSubsampling(each, each, 0, 0);
        return reader.read(0, thinly);
    }

    private static BufferedImage upright(BufferedImage pixels, int orientation) {
        var turned = ExifFilterUtils.getFilterForOrientation(Orientation.typeOf(orientation));
        return turned.apply(pixels);
    }

    /// Drawing converts the colours, and what is see-through becomes white.
    private static BufferedImage opaque(BufferedImage pixels) throws IOException {
        var longest = Math.max(pixels.getWidth(), pixels.getHeight());
        var fitting =
                longest <= LONGEST
                        ? pixels
                        : Thumbnails.of(pixels).size(LONGEST, LONGEST).asBufferedImage();
        var opaque =
                new BufferedImage(
                        fitting.getWidth(), fitting.getHeight(), BufferedImage.TYPE_INT_RGB);
        var drawing = opaque.createGraphics();
        drawing.drawImage(fitting, 0, 0, Color.WHITE, null);
        drawing.dispose();
        return opaque;
    }
}
