package musette.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import musette.store.DataFolder;

/// Where pictures lie: `pictures/<first two digits>/<name>/`, one file for what was brought and one
/// for each copy; and `pictures/cards/` for what is drawn. A file is there whole or not at all.
final class PictureFolder {
    private static final String ORIGINAL = "original.jpg";

    private final DataFolder data;

    PictureFolder(DataFolder data) {
        this.data = data;
    }

    Optional<byte[]> original(String picture) {
        return read(at(picture).resolve(ORIGINAL));
    }

    void keepOriginal(String picture, byte[] bytes) {
        write(at(picture).resolve(ORIGINAL), bytes);
    }

    Optional<byte[]> copy(String picture, int version, String file) {
        return read(copyAt(picture, version, file));
    }

    void keepCopy(String picture, int version, String file, byte[] bytes) {
        write(copyAt(picture, version, file), bytes);
    }

    Optional<byte[]> card(String name) {
        return read(cardAt(name));
    }

    void keepCard(String name, byte[] bytes) {
        write(cardAt(name), bytes);
    }

    /// Its name below the folder, in which a bucket keeps it, too.
    static String originalOf(String picture) {
        return picture.substring(0, 2) + "/" + picture + "/" + ORIGINAL;
    }

    private Path cardAt(String name) {
        return data.ownerOnly("pictures").resolve("cards").resolve(name + ".png");
    }

    private Path copyAt(String picture, int version, String file) {
        return at(picture).resolve(version + "-" + file);
    }

    private Path at(String picture) {
        return data.ownerOnly("pictures").resolve(picture.substring(0, 2)).resolve(picture);
    }

    private static Optional<byte[]> read(Path file) {
        try {
            return Optional.of(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("A picture can't be read: " + file, e);
        }
    }

    private static void write(Path file, byte[] bytes) {
        try {
            Files.createDirectories(file.getParent());
            var draft = Files.createTempFile(file.getParent(), ".new", "");
            try {
                Files.write(draft, bytes);
                try (var written = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                    written.force(true);
                }
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A picture can't be written: " + file, e);
        }
    }
}
