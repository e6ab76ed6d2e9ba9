package musette.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class EmbeddedDatabaseTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir static Path house;

    @BeforeAll
    static void make_it_once() {
        try (var database = open()) {
            sql(database).sql("CREATE TABLE kept (word text)").update();
        }
    }

    @Test
    void commits_are_durable() {
        try (var database = open()) {
            for (var setting : List.of("fsync", "full_page_writes", "synchronous_commit")) {
                assertThat(sql(database).sql("SHOW " + setting).query(String.class).single())
                        .as(setting)
                        .isEqualTo("on");
            }
        }
    }

    @Test
    void an_acknowledged_write_is_followed_by_a_flush() throws IOException {
        try (var database = open()) {
            var before = flushes(database);
            var diskBefore = diskFlushes();
            for (int write = 0; write < 30; write++) {
                sql(database).sql("INSERT INTO kept VALUES ('flushed')").update();
            }
            assertThat(flushes(database) - before).isGreaterThanOrEqualTo(30);
            assertThat(diskFlushes() - diskBefore).isGreaterThanOrEqualTo(diskBefore < 0 ? 0 : 30);
        }
    }

    @Test
    void a_database_that_could_lose_commits_is_refused() {
        try (var database = open()) {
            sql(database).sql("ALTER ROLE postgres SET synchronous_commit = off").update();
            assertThatThrownBy(() -> Durability.require(database.address()))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("synchronous_commit = off");
            sql(database).sql("ALTER ROLE postgres RESET synchronous_commit").update();
            Durability.require(database.address());
        }
    }

    @Test
    void a_killed_database_comes_back_by_itself_with_what_it_acknowledged() throws Exception {
        try (var database = open()) {
            sql(database).sql("INSERT INTO kept VALUES ('before the kill')").update();
            var server = new OrphanedPostgres(data()).server().orElseThrow();
            server.destroyForcibly();
            server.onExit().get(30, TimeUnit.SECONDS);
            awaitAnswer(database);
            assertThat(words(database)).contains("before the kill");
        }
    }

    @Test
    void a_database_that_stands_still_is_ended_and_comes_up_again_with_all_it_had()
            throws Exception {
        var database = open();
        sql(database).sql("INSERT INTO kept VALUES ('before it froze')").update();
        for (var process : new OrphanedPostgres(data()).all()) {
            new ProcessBuilder("/bin/kill", "-STOP", Long.toString(process.pid()))
                    .start()
                    .waitFor();
        }

        database.close();

        await().until(() -> new OrphanedPostgres(data()).all().isEmpty());
        try (var again = open()) {
            assertThat(words(again)).contains("before it froze");
        }
    }

    @Test
    void a_stale_note_that_names_a_living_stranger_hurts_nobody() throws IOException {
        var stranger = new ProcessBuilder("sleep", "600").start();
        try {
            Files.writeString(data().resolve("postmaster.pid"), note(stranger.pid()));
            try (var database = open()) {
                assertThat(words(database)).isNotNull();
                assertThat(stranger.isAlive()).isTrue();
            }
        } finally {
            stranger.destroy();
        }
    }

    @Test
    void a_stale_note_that_names_another_houses_database_hurts_nobody(@TempDir Path other)
            throws IOException {
        try (var neighbour = EmbeddedDatabase.start(DataFolder.at(other))) {
            var theirs = new OrphanedPostgres(other.resolve("postgres")).server().orElseThrow();
            Files.writeString(data().resolve("postmaster.pid"), note(theirs.pid()));
            try (var database = open()) {
                assertThat(words(database)).isNotNull();
                assertThat(sql(neighbour).sql("SELECT 1").query(Integer.class).single())
                        .isEqualTo(1);
            }
        }
    }

    @Test
    void a_note_that_holds_no_number_is_no_hindrance() throws IOException {
        Files.writeString(data().resolve("postmaster.pid"), "-1\nnonsense");
        try (var database = open()) {
            assertThat(words(database)).isNotNull();
        }
    }

    @Test
    void a_server_left_behind_is_stopped_even_while_somebody_is_connected() throws Exception {
        var folder = DataFolder.at(house);
        var left =
                new Postmaster(PostgresPrograms.in(folder), data(), house.resolve("left.log"))
                        .start();
        var address = new PGSimpleDataSource();
        address.setServerNames(new String[] {"127.0.0.1"});
        address.setPortNumbers(new int[] {left.port()});
        address.setUser("postgres");
        address.setPassword(Files.readString(house.resolve("keys/database")));
        try (Connection connected = address.getConnection();
                var database = open()) {
            assertThat(left.process().isAlive()).isFalse();
            assertThat(connected.isValid(1)).isFalse();
            assertThat(words(database)).isNotNull();
        }
    }

    @Test
    void a_first_start_killed_in_the_middle_is_begun_afresh(@TempDir Path fresh)
            throws IOException {
        var programs = Files.createDirectories(fresh.resolve("programs/unpacking/bin"));
        Files.writeString(programs.resolve("postgres"), "half of it");
        var made = Files.createDirectories(fresh.resolve("postgres.new"));
        Files.writeString(made.resolve("PG_VERSION"), "18");
        try (var database = EmbeddedDatabase.start(DataFolder.at(fresh))) {
            assertThat(sql(database).sql("SELECT 1").query(Integer.class).single()).isEqualTo(1);
        }
        assertThat(fresh.resolve("postgres.new")).doesNotExist();
        assertThat(fresh.resolve("programs/unpacking")).doesNotExist();
    }

    @Test
    void it_asks_for_the_password_and_leaves_no_socket() {
        try (var database = open()) {
            var stranger = new PGSimpleDataSource();
            stranger.setServerNames(new String[] {"127.0.0.1"});
            stranger.setPortNumbers(database.address().getPortNumbers());
            stranger.setUser("postgres");
            assertThatThrownBy(stranger::getConnection).isInstanceOf(SQLException.class);
            assertThat(
                            sql(database)
                                    .sql("SHOW unix_socket_directories")
                                    .query(String.class)
                                    .single())
                    .isEmpty();
            assertThat(
                            sql(database)
                                    .sql(
                                            "SELECT count(*) FROM pg_hba_file_rules WHERE"
                                                    + " auth_method <> 'scram-sha-256'")
                                    .query(Integer.class)
                                    .single())
                    .isZero();
        }
    }

    @Test
    void nobody_else_may_enter_the_folder_or_write_the_programs(@TempDir Path open)
            throws IOException {
        var programs = Files.createDirectory(open.resolve("programs"));
        var planted = Files.writeString(programs.resolve("pg_ctl"), "#!/bin/sh");
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(programs, PosixFilePermissions.fromString("rwxrwxrwx"));
        var unpacked = PostgresPrograms.in(DataFolder.at(open));
        assertThat(planted).doesNotExist();
        for (var path : List.of(open, programs, unpacked.folder().resolve("bin/postgres"))) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                    .as(path.toString())
                    .endsWith("------");
        }
    }

    @Test
    void a_database_that_will_not_start_is_quoted(@TempDir Path broken) throws IOException {
        EmbeddedDatabase.start(DataFolder.at(broken)).close();
        Files.writeString(broken.resolve("postgres/PG_VERSION"), "9.6\n");
        assertThatThrownBy(() -> EmbeddedDatabase.start(DataFolder.at(broken)))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("database files are incompatible with server");
    }

    @Test
    void a_file_in_place_of_the_folder_is_one_sentence(@TempDir Path somewhere) throws IOException {
        var file = Files.writeString(somewhere.resolve("data"), "");
        assertThatThrownBy(() -> DataFolder.at(file))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("is a file, not a folder");
    }

    private static EmbeddedDatabase open() {
        return EmbeddedDatabase.start(DataFolder.at(house));
    }

    private static Path data() {
        return house.resolve("postgres");
    }

    /// The eight lines PostgreSQL writes, with somebody else's number.
    private static String note(long pid) {
        return "%d\n%s\n1700000000\n5432\n\n127.0.0.1\n 1 2\nready\n".formatted(pid, data());
    }

    private static JdbcClient sql(EmbeddedDatabase database) {
        return JdbcClient.create(database.address());
    }

    private static List<String> words(EmbeddedDatabase database) {
        return sql(database).sql("SELECT word FROM kept").query(String.class).list();
    }

    /// How often PostgreSQL has flushed its log to the disk.
    private static long flushes(EmbeddedDatabase database) {
        sql(database).sql("SELECT pg_stat_force_next_flush()").query((row, n) -> 1).list();
        return sql(database)
                .sql("SELECT coalesce(sum(fsyncs), 0) FROM pg_stat_io WHERE object = 'wal'")
                .query(Long.class)
                .single();
    }

    /// Flushes the disk under the folder has completed, as the kernel counts them; -1 where it does
    /// not count. Source: the kernel's `Documentation/admin-guide/iostats.rst`, field 16.
    private static long diskFlushes() throws IOException {
        var disk = Files.getFileStore(house).name().replaceFirst("^/dev/", "");
        return Files.readAllLines(Path.of("/proc/diskstats")).stream()
                .map(line -> line.strip().split(" +"))
                .filter(fields -> fields[2].equals(disk) && fields.length > 18)
                .mapToLong(fields -> Long.parseLong(fields[18]))
                .findFirst()
                .orElse(-1);
    }

    private static void awaitAnswer(EmbeddedDatabase database) throws TimeoutException {
        for (var end = System.nanoTime() + PATIENCE.toNanos(); System.nanoTime() < end; ) {
            try (var connection = database.address().getConnection()) {
                if (connection.isValid(1)) {
                    return;
                }
            } catch (SQLException e) {
                LockSupport.parkNanos(20_000_000);
            }
        }
        throw new TimeoutException("the database did not come back");
    }
}
