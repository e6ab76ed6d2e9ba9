package musette.store;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGProperty;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.datasource.AbstractDataSource;

/// Where the pool gets its connections: while the database is away it waits here, and connects in
/// the moment of its return. Left to itself, the pool tries again after growing pauses of up to
/// five seconds, and readers would sit through the last one.
final class PatientSource extends AbstractDataSource {
    private final PGSimpleDataSource address;
    private final DatabaseWatch watch;

    PatientSource(PGSimpleDataSource address, DatabaseWatch watch) {
        this.address = address;
        this.watch = watch;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return getConnection(address.getUser(), address.getPassword());
    }

    @Override
    public Connection getConnection(@Nullable String user, @Nullable String password)
            throws SQLException {
        watch.awaitReturn();
        return DriverManager.getConnection(shortened(address.getUrl()), user, password);
    }

    /// The address without the sixty settings that are as they always are: whoever searches it for
    /// a password, as Flyway does, takes a quarter of a second longer at every start.
    static String shortened(String url) {
        var question = url.indexOf('?') + 1;
        if (question == 0) {
            return url;
        }
        return Stream.of(url.substring(question).split("&", -1))
                .filter(setting -> !isDefault(setting))
                .collect(Collectors.joining("&", url.substring(0, question), ""));
    }

    private static boolean isDefault(String setting) {
        var equals = setting.indexOf('=');
        var property = equals < 0 ? null : PGProperty.forName(setting.substring(0, equals));
        return property != null
                && URLDecoder.decode(setting.substring(equals + 1), StandardCharsets.UTF_8)
                        .equals(Objects.requireNonNullElse(property.getDefaultValue(), ""));
    }
}
