package musette.media;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.MetadataException;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.iptc.IptcDirectory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import musette.site.PlainInput;

/// What camera and agency wrote into a file: how it is held, who took it (IPTC by-line 2:80 and
/// credit 2:110, else Exif's artist) and what it shows (IPTC caption 2:120, else Exif's
/// description). Nothing else is looked at, least of all where it was taken.
///
/// @param orientation as Exif numbers it, 1 for upright
record Inscription(int orientation, PictureFile.Lines lines) {
    private static final int LONGEST_LINE = 200;
    private static final int LONGEST_CAPTION = 1_000;

    /// A file whose inscription can't be read has none.
    static Inscription of(byte[] file) {
        try {
            var all = ImageMetadataReader.readMetadata(new ByteArrayInputStream(file));
            return new Inscription(
                    orientation(all), new PictureFile.Lines(credit(all), caption(all)));
        } catch (ImageProcessingException | MetadataException | IOException e) {
            return new Inscription(1, new PictureFile.Lines("", ""));
        }
    }

    private static int orientation(Metadata all) throws MetadataException {
        var exif = all.getFirstDirectoryOfType(ExifIFD0Directory.class);
        var orientation =
                exif != null && exif.containsTag(ExifIFD0Directory.TAG_ORIENTATION)
                        ? exif.getInt(ExifIFD0Directory.TAG_ORIENTATION)
                        : 1;
        return orientation >= 1 && orientation <= 8 ? orientation : 1;
    }

    private static String credit(Metadata all) {
        var written =
                Stream.of(IptcDirectory.TAG_BY_LINE, IptcDirectory.TAG_CREDIT)
                        .map(tag -> line(all, IptcDirectory.class, tag, LONGEST_LINE / 2))
                        .filter(line -> !line.isEmpty())
                        .distinct()
                        .collect(Collectors.joining(" / "));
        return written.isEmpty()
                ? line(all, ExifIFD0Directory.class, ExifIFD0Directory.TAG_ARTIST, LONGEST_LINE)
                : written;
    }

    private static String caption(Metadata all) {
        var written = line(all, IptcDirectory.class, IptcDirectory.TAG_CAPTION, LONGEST_CAPTION);
        return written.isEmpty()
                ? line(
                        all,
                        ExifIFD0Directory.class,
                        ExifIFD0Directory.TAG_IMAGE_DESCRIPTION,
                        LONGEST_CAPTION)
                : written;
    }

    private static String line(
            Metadata all, Class<? extends Directory> where, int tag, int longest) {
        var directory = all.getFirstDirectoryOfType(where);
        var written = directory == null ? null : directory.getString(tag);
        var line = Objects.requireNonNullElse(written, "").replaceAll("\\s+", " ").strip();
        return !PlainInput.isPlain(line) || line.length() > longest ? "" : line;
    }
}
