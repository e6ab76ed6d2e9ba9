package musette.store;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;

/// A real PostgreSQL for tests, one for each process that runs them; each test class gets a
/// database of its own, copied from one that was migrated once. Those that take back whatever they
/// do (`RolledBack`) share one.
///
/// `@ExtendWith(TestDatabase.class)`, then ask for a `JdbcClient`, a `DataSource` or a
/// `TransactionTemplate` in a constructor or method.
public final class TestDatabase implements BeforeAllCallback, ParameterResolver {
    /// Tests run in several processes beside each other. One that nobody has given a number keeps
    /// its database as long as it lives.
    private static final String PROCESS = System.getProperty("test.process", "");

    /// Whether all tests are to run on the oldest PostgreSQL that may be somebody's own.
    private static final boolean IS_OLDEST = Boolean.getBoolean("test.oldest-postgres");

    /// Whether the database outlives its process, for the next one: processes that play mutants are
    /// many and ended without a word. Who started them stops it.
    private static final boolean IS_KEPT = Boolean.getBoolean("test.keep-database");

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final ExtensionContext.Namespace HERE =
            ExtensionContext.Namespace.create(TestDatabase.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        var isShared = RolledBack.class.isAssignableFrom(context.getRequiredTestClass());
        context.getStore(HERE)
                .computeIfAbsent("database", key -> isShared ? Cluster.SHARED : new Lent());
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        var type = parameter.getParameter().getType();
        return type == JdbcClient.class
                || type == DataSource.class
                || type == TransactionTemplate.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var database = context.getStore(HERE).get("database", Lent.class).database();
        var type = parameter.getParameter().getType();
        if (type == JdbcClient.class) {
            return JdbcClient.create(database);
        }
        return type == TransactionTemplate.class
                ? new TransactionTemplate(new DataSourceTransactionManager(database))
                : database;
    }

    /// A new database with all tables, for tests that start a whole house.
    public static PGSimpleDataSource fresh() {
        return Cluster.freshDatabase();
    }

    /// The watch over this process's database, which never goes away.
    public static DatabaseWatch neverAway() {
        return Cluster.WATCH;
    }

    /// A database for one class.
    private record Lent(PGSimpleDataSource database) implements AutoCloseable {
        Lent() {
            this(Cluster.freshDatabase());
        }

        /// Where the cluster is kept, thousands of them would fill the disk.
        @Override
        public void close() {
            if (IS_KEPT && !equals(Cluster.SHARED)) {
                Cluster.drop(database);
            }
        }
    }

    /// Started on first use, stopped when the JVM ends.
    private static final class Cluster {
        private static final PGSimpleDataSource POSTGRES = IS_KEPT ? kept() : start();
        private static final DatabaseWatch WATCH = new DatabaseWatch(POSTGRES);
        private static final Lent SHARED = new Lent();

        private static PGSimpleDataSource start() {
            var own = PROCESS.isEmpty() ? "of-" + ProcessHandle.current().pid() : PROCESS;
            var folder = Path.of("target", "test-database-" + own);
            return migrated(IS_OLDEST ? oldest(folder) : newest(folder));
        }

        /// Started by whoever comes first, used by all that come after.
        private static PGSimpleDataSource kept() {
            var folder = DataFolder.at(Path.of("target", "test-database-of-all"));
            var note = folder.path().resolve("address");
            try (var file = FileChannel.open(folder.path().resolve("first"), CREATE, WRITE);
                    var _ = file.lock()) {
                if (!Files.exists(note)) {
                    var postgres = migrated(EmbeddedDatabase.start(folder).address());
                    Files.writeString(
                            note,
                            "jdbc:postgresql://127.0.0.1:%d/postgres?user=%s&password=%s"
                                    .formatted(
                                            postgres.getPortNumbers()[0],
                                            postgres.getUser(),
                                            postgres.getPassword()));
                }
                var running = new PGSimpleDataSource();
                running.setUrl(Files.readString(note));
                return running;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static PGSimpleDataSource migrated(PGSimpleDataSource postgres) {
            var sql = JdbcClient.create(named(postgres, "postgres"));
            forgetEarlierRuns(sql);
            sql.sql("CREATE DATABASE template_musette").update();
            Flyway.configure()
                    .dataSource(named(postgres, "template_musette"))
                    .locations("classpath:migrations")
                    .load()
                    .migrate();
            return postgres;
        }

        private static PGSimpleDataSource oldest(Path folder) {
            var postgres = OldestPostgres.start(folder);
            Runtime.getRuntime().addShutdownHook(new Thread(postgres::close));
            return postgres.address();
        }

        private static PGSimpleDataSource newest(Path folder) {
            var postgres = EmbeddedDatabase.start(DataFolder.at(folder));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(postgres, folder)));
            return postgres.address();
        }

        private static void stop(EmbeddedDatabase postgres, Path folder) {
            postgres.close();
            if (PROCESS.isEmpty()) {
                try {
                    FileSystemUtils.deleteRecursively(folder);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }

        private static void forgetEarlierRuns(JdbcClient sql) {
            sql.sql(
                            """
                            SELECT datname
                            FROM pg_database
                            WHERE datname LIKE 'test\\_%' OR datname = 'template_musette'
                            """)
                    .query(String.class)
                    .list()
                    .forEach(name -> sql.sql("DROP DATABASE " + name + " WITH (FORCE)").update());
        }

        static PGSimpleDataSource freshDatabase() {
            var name = "test_" + ProcessHandle.current().pid() + "_" + COUNT.incrementAndGet();
            var sql = JdbcClient.create(named(POSTGRES, "postgres"));
            sql.sql("CREATE DATABASE " + name + " TEMPLATE template_musette").update();
            return named(POSTGRES, name);
        }

        static void drop(PGSimpleDataSource database) {
            JdbcClient.create(named(POSTGRES, "postgres"))
                    .sql("DROP DATABASE " + database.getDatabaseName() + " WITH (FORCE)")
                    .update();
        }

        private static PGSimpleDataSource named(PGSimpleDataSource postgres, String name) {
            var database = new PGSimpleDataSource();
            database.setServerNames(postgres.getServerNames());
            database.setPortNumbers(postgres.getPortNumbers());
            database.setDatabaseName(name);
            database.setUser(postgres.getUser());
            database.setPassword(postgres.getPassword());
            return database;
        }
    }
}
