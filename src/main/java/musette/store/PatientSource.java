package musette.store;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/// Where the pool gets its connections: while the database is away it waits here, and connects in
/// the moment of its return. Left to itself, the pool tries again after growing pauses of up to
/// five seconds, and readers would sit through the last one.
final class PatientSource extends DelegatingDataSource {
    private final DatabaseWatch watch;

    PatientSource(DataSource database, DatabaseWatch watch) {
        super(database);
        this.watch = watch;
    }

    @Override
    public Connection getConnection() throws SQLException {
        watch.awaitReturn();
        return super.getConnection();
    }
}
