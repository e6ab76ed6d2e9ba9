package musette.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The processes that really work on one database folder, whatever `postmaster.pid` says.
///
/// That file holds a number. After a crash the number may belong to a stranger, to another house's
/// PostgreSQL or to a thread, so it is believed only when the process of that number runs
/// PostgreSQL in this very folder (a server makes its data folder its working directory).
record OrphanedPostgres(Path data) {

    /// The server that `postmaster.pid` names, if it is one of this folder.
    Optional<ProcessHandle> server() {
        return noted().flatMap(ProcessHandle::of).filter(this::worksHere);
    }

    /// Every server and backend of this folder, also those whose server was killed.
    List<ProcessHandle> all() {
        return ProcessHandle.allProcesses().filter(this::worksHere).toList();
    }

    private Optional<Long> noted() {
        try (var lines = Files.lines(data.resolve("postmaster.pid"), StandardCharsets.ISO_8859_1)) {
            return lines.findFirst()
                    .map(String::strip)
                    .filter(number -> number.matches("[1-9][0-9]{0,9}"))
                    .map(Long::valueOf);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private boolean worksHere(ProcessHandle process) {
        var proc = Path.of("/proc", Long.toString(process.pid()));
        try {
            return Files.readString(proc.resolve("comm")).strip().equals("postgres")
                    && Files.isSameFile(proc.resolve("cwd").toRealPath(), data.toRealPath());
        } catch (IOException e) {
            return false; // It ended meanwhile, or is none of ours.
        }
    }
}
