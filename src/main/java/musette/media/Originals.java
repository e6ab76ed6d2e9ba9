package musette.media;

import java.util.Optional;
import musette.site.HttpProblem;
import musette.store.DataFolder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Pictures as they were brought: in the data folder, and first in a bucket where one is set. What
/// the folder lacks comes from the bucket, under the same name.
final class Originals {
    private static final Logger log = LoggerFactory.getLogger(Originals.class);

    private final PictureFolder folder;
    private final @Nullable Bucket bucket;

    Originals(DataFolder data, MediaSettings settings) {
        folder = new PictureFolder(data);
        var address = settings.bucket();
        bucket = address == null ? null : new Bucket(address, settings);
    }

    /// Empty when nobody has it.
    ///
    /// @throws HttpProblem when it may be in the bucket, which does not answer
    Optional<byte[]> read(String picture) {
        var here = folder.original(picture);
        if (here.isPresent() || bucket == null) {
            return here;
        }
        try {
            var there = bucket.read(PictureFolder.originalOf(picture));
            there.ifPresent(bytes -> folder.keepOriginal(picture, bytes));
            return there;
        } catch (Bucket.Away e) {
            log.warn("{}", e.getMessage(), e);
            throw HttpProblem.away(
                    "The storage for pictures does not answer. Please try again in a minute.");
        }
    }

    /// @throws PictureRefused when the bucket does not take it; nothing is kept then
    void keep(String picture, byte[] bytes) throws PictureRefused {
        try {
            if (bucket != null) {
                bucket.write(PictureFolder.originalOf(picture), "image/jpeg", bytes);
            }
            folder.keepOriginal(picture, bytes);
        } catch (Bucket.Away e) {
            log.warn("{}", e.getMessage(), e);
            throw new PictureRefused(
                    "The storage for pictures does not take it just now. Nothing was kept; try"
                            + " again in a moment.",
                    e);
        }
    }
}
