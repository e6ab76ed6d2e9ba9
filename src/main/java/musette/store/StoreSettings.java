package musette.store;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where the house keeps its things.
///
/// @param data folder for the database, the keys and everything else that must survive a restart
/// @param url JDBC address of a PostgreSQL 15 or newer of your own; without it the house runs its
///   own PostgreSQL 18 inside the data folder
/// @param user account for `url`
/// @param password password for `url`
/// @param connections most database connections at one time
@ConfigurationProperties(value = "musette.store", ignoreUnknownFields = false)
record StoreSettings(
        @DefaultValue("musette-data") Path data,
        @Nullable String url,
        @Nullable String user,
        @Nullable String password,
        @DefaultValue("12") int connections) {

    StoreSettings {
        if (connections < 2) {
            throw new IllegalArgumentException(
                    "musette.store.connections must be 2 or more, not " + connections);
        }
    }
}
