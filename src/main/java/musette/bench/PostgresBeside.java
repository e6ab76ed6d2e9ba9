package musette.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.postgresql.ds.PGSimpleDataSource;

/// The PostgreSQL that a house under measurement runs, seen from outside.
record PostgresBeside(Path data) {

    /// That of a house whose data lie in that folder.
    static PostgresBeside of(Path house) {
        return new PostgresBeside(house.resolve("postgres"));
    }

    Optional<ProcessHandle> server() {
        try {
            var note =
                    Files.readAllLines(data.resolve("postmaster.pid"), StandardCharsets.ISO_8859_1);
            return ProcessHandle.of(Long.parseLong(note.getFirst().strip()));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /// One that works for a client.
    Optional<ProcessHandle> backend() {
        return titled("postgres: postgres postgres");
    }

    Optional<ProcessHandle> walWriter() {
        return titled("postgres: walwriter");
    }

    /// The server and all it has started.
    List<ProcessHandle> all() {
        return server().stream()
                .flatMap(server -> Stream.concat(Stream.of(server), server.descendants()))
                .toList();
    }

    /// PostgreSQL writes what a process is for over its command line.
    private Optional<ProcessHandle> titled(String title) {
        return server().stream()
                .flatMap(ProcessHandle::children)
                .filter(child -> commandLine(child).startsWith(title))
                .findAny();
    }

    private static String commandLine(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
        } catch (IOException e) {
            return "";
        }
    }

    /// The way in, by what the server has noted in its folder.
    PGSimpleDataSource database() {
        try {
            var note =
                    Files.readAllLines(data.resolve("postmaster.pid"), StandardCharsets.ISO_8859_1);
            var database = new PGSimpleDataSource();
            database.setServerNames(new String[] {"127.0.0.1"});
            database.setPortNumbers(new int[] {Integer.parseInt(note.get(3).strip())});
            database.setUser("postgres");
            database.setPassword(
                    Files.readString(data.resolveSibling("keys").resolve("database")).strip());
            return database;
        } catch (IOException e) {
            throw new IllegalStateException("the database's own notes can't be read", e);
        }
    }
}
