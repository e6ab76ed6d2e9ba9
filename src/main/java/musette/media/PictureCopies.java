package musette.media;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import musette.store.DataFolder;
import net.coobird.thumbnailator.Thumbnails;
import org.springframework.stereotype.Component;

/// What readers are sent: a crop of a picture in one width, as WebP or JPEG. A copy is made when it
/// is first asked for and kept. Only what `Picture.widths` names can be had, so nobody can have
/// copies without number made.
@Component
public class PictureCopies {
    private static final Pattern NAME = Pattern.compile("[0-9a-f]{32}");
    private static final Pattern FILE =
            Pattern.compile("([a-z0-9]{1,8})-([0-9]{1,5})[.](webp|jpg)");
    private static final float KEPT_WELL = 0.92f;
    private static final float FOR_READERS = 0.8f;

    /// Each one that is being made holds some 40 MB.
    private static final int AT_ONCE = 2;

    private final PictureFolder folder;
    private final Originals originals;
    private final Semaphore making = new Semaphore(AT_ONCE, true);

    PictureCopies(DataFolder data, MediaSettings settings) {
        folder = new PictureFolder(data);
        originals = new Originals(data, settings);
    }

    /// A copy that has been made before; whoever asks for it need not know the picture.
    public Optional<byte[]> kept(String name, int version, String file) {
        return NAME.matcher(name).matches() && FILE.matcher(file).matches()
                ? folder.copy(name, version, file)
                : Optional.empty();
    }

    /// The copy of that name, `16x9-640.webp`; empty where there is none to be had.
    public Optional<byte[]> copy(Picture picture, String file) {
        var asked = FILE.matcher(file);
        if (!asked.matches()) {
            return Optional.empty();
        }
        int width = Integer.parseInt(asked.group(2));
        return Crop.of(asked.group(1))
                .filter(crop -> picture.widths(crop).contains(width))
                .flatMap(crop ->
                        folder.copy(picture.name(), picture.version(), file)
                                .or(() -> made(picture, crop, width, asked.group(3), file)));
    }

    private Optional<byte[]> made(Picture picture, Crop crop, int width, String form, String file) {
        making.acquireUninterruptibly();
        try {
            var meanwhile = folder.copy(picture.name(), picture.version(), file);
            if (meanwhile.isPresent()) {
                return meanwhile;
            }
            var original = originals.read(picture.name());
            if (original.isEmpty()) {
                return Optional.empty();
            }
            var pixels = ImageIO.read(new ByteArrayInputStream(original.get()));
            var cut =
                    Thumbnails.of(pixels)
                            .sourceRegion(crop.of(picture))
                            .forceSize(width, picture.height(crop, width))
                            .asBufferedImage();
            var bytes = written(cut, form.equals("jpg") ? "jpeg" : form, FOR_READERS);
            folder.keepCopy(picture.name(), picture.version(), file, bytes);
            return Optional.of(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("A copy of a picture can't be made.", e);
        } finally {
            making.release();
        }
    }

    /// As JPEG, close to what was brought.
    static byte[] original(BufferedImage pixels) {
        return written(pixels, "jpeg", KEPT_WELL);
    }

    private static byte[] written(BufferedImage pixels, String format, float quality) {
        var writer = ImageIO.getImageWritersByFormatName(format).next();
        var bytes = new ByteArrayOutputStream();
        try (var stream = ImageIO.createImageOutputStream(bytes)) {
            var how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            if (how.getCompressionType() == null) {
                how.setCompressionType(how.getCompressionTypes()[0]);
            }
            how.setCompressionQuality(quality);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(pixels, null, null), how);
            stream.flush();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("A picture can't be written as " + format, e);
        } finally {
            writer.dispose();
        }
    }
}
