package musette.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/// The one folder in which everything lives that must survive a restart.
///
/// Only its owner may read the folder of keys; the database's folder belongs to the database.
public record DataFolder(Path path) {

    public DataFolder {
        path = path.toAbsolutePath().normalize();
    }

    /// The folder, made if it is not there yet.
    public static DataFolder at(Path path) {
        var folder = new DataFolder(path);
        try {
            Files.createDirectories(folder.path);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The data folder %s can't be made; choose another with --data."
                            .formatted(folder.path),
                    e);
        }
        return folder;
    }

    /// A folder below this one that only its owner may enter.
    public Path ownerOnly(String name) {
        var below = path.resolve(name);
        try {
            if (!Files.isDirectory(below)) {
                Files.createDirectory(
                        below,
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rwx------")));
            }
            return below;
        } catch (IOException e) {
            throw new UncheckedIOException("The folder %s can't be made.".formatted(below), e);
        }
    }

    /// The secret of that name: 32 random bytes, made on first use, readable by the owner alone.
    ///
    /// Secrets live here and never in the database, so that a copied database opens nothing.
    public byte[] secret(String name) {
        var file = ownerOnly("keys").resolve(name);
        try {
            if (!Files.exists(file)) {
                writeSecret(file);
            }
            return HexFormat.of().parseHex(Files.readString(file).strip());
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalStateException("The key file %s can't be used.".formatted(file), e);
        }
    }

    private static void writeSecret(Path file) throws IOException {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        var draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        Files.createFile(
                draft,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, HexFormat.of().formatHex(bytes));
        // A crash before this line leaves no half-written key behind.
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /// Takes the folder for this process, or answers empty when another one has it.
    ///
    /// The lock is the operating system's: it ends with the process, however that ends.
    public Optional<FileLock> lock() {
        try {
            // The channel stays open as long as the lock is held; closing it would release it.
            var channel =
                    FileChannel.open(
                            path.resolve("lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            var lock = Optional.ofNullable(channel.tryLock());
            if (lock.isEmpty()) {
                channel.close();
            }
            return lock;
        } catch (OverlappingFileLockException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The data folder %s can't be locked.".formatted(path), e);
        }
    }
}
