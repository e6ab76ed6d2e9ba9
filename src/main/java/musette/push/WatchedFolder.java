package musette.push;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import musette.store.DatabaseWatch;
import musette.wire.ImportReceipt;
import musette.wire.Wire;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// A folder into which others put results. A file that has not changed between two looks is
/// complete; it is claimed by a rename, so that of several programs one takes it, brought in, and
/// moved to `taken` or, with a note that says why, to `refused`. One that a crash has left claimed
/// is brought in again, which changes nothing if it was in already.
@EnableConfigurationProperties(PushSettings.class)
@Component
class WatchedFolder {
    private static final String CLAIMED = ".musette-";
    private static final String WHO = "the folder";
    private static final Logger log = LoggerFactory.getLogger(WatchedFolder.class);

    private final PushSettings settings;
    private final Wire wire;
    private final DatabaseWatch database;

    /// What the last look saw, by name.
    private final Map<String, Look> seen = new HashMap<>();

    private final Set<Path> troubled = new HashSet<>();

    WatchedFolder(PushSettings settings, Wire wire, DatabaseWatch database) {
        this.settings = settings;
        this.wire = wire;
        this.database = database;
    }

    private record Look(long size, FileTime changed) {
        static Look at(Path file) throws IOException {
            return new Look(Files.size(file), Files.getLastModifiedTime(file));
        }
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void look() {
        var folder = settings.folder();
        if (folder == null || database.isAway()) {
            return;
        }
        quietly(
                folder,
                () -> {
                    for (var file : files(folder)) {
                        quietly(file, () -> look(folder, file));
                    }
                });
    }

    private interface Work {
        void run() throws IOException;
    }

    /// One file in trouble keeps no other back. It is tried again at every look, and told of once.
    private void quietly(Path about, Work work) {
        try {
            work.run();
            troubled.remove(about);
        } catch (IOException | DataAccessException | TransactionException e) {
            if (troubled.add(about)) {
                log.warn("{} can't be brought in now; it is tried again.", about, e);
            }
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(WatchedFolder::isMeant)
                    .sorted()
                    .toList();
        }
    }

    /// What programs write under a passing name is none of ours until it has its own.
    private static boolean isMeant(Path file) {
        var name = name(file);
        return name.startsWith(CLAIMED) || !name.matches("(?i)\\..*|.*~|.*\\.(part|filepart|tmp)");
    }

    private void look(Path folder, Path file) throws IOException {
        var name = name(file);
        if (name.startsWith(CLAIMED)) {
            bring(folder, file, name.substring(CLAIMED.length()));
            return;
        }
        try {
            var now = Look.at(file);
            if (!now.equals(seen.put(name, now))) {
                return;
            }
            var claimed = folder.resolve(CLAIMED + name);
            if (Files.exists(claimed)) {
                return; // An earlier one of that name is still to be brought in.
            }
            seen.remove(name);
            Files.move(file, claimed, StandardCopyOption.ATOMIC_MOVE);
            bring(folder, claimed, name);
        } catch (NoSuchFileException e) {
            log.debug("Somebody else has taken {}.", name);
        }
    }

    private void bring(Path folder, Path claimed, String name) throws IOException {
        List<ImportReceipt> receipts;
        try (var content = Files.newInputStream(claimed)) {
            var plain = name.replaceAll("\\p{Cntrl}+", " ");
            receipts = wire.takeIn(plain, content, WHO, settings.folderIsTrusted());
        }
        var refusal = ImportReceipt.refusal(receipts);
        if (refusal.isPresent()) {
            var refused = move(claimed, folder.resolve("refused"), name);
            Files.writeString(refused.resolveSibling(name(refused) + ".txt"), refusal.get() + "\n");
            log.warn("{} was refused: {}", name, refusal.get());
        } else {
            move(claimed, folder.resolve("taken"), name);
            log.info("{} was taken from {}.", name, folder);
        }
    }

    /// A file of that name that lies there already stays.
    private static Path move(Path file, Path to, String name) throws IOException {
        Files.createDirectories(to);
        var target = to.resolve(name);
        for (int number = 2; Files.exists(target); number++) {
            target = to.resolve(number + "-" + name);
        }
        try {
            return Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            return Files.move(file, target);
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
