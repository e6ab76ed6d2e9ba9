package musette.store;

import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/// Where the database is and who we are to it, without a pool. A wrapper, so that nobody but the
/// pool and the watch takes it for the way to the database.
///
/// @param own the server in the box; null where it is the operator's
record DatabaseAddress(PGSimpleDataSource server, @Nullable EmbeddedDatabase own)
        implements AutoCloseable {
    static DatabaseAddress of(EmbeddedDatabase own) {
        return new DatabaseAddress(own.address(), own);
    }

    /// Whether nobody but this house works on it.
    boolean isOurs() {
        return own != null;
    }

    @Override
    public void close() {
        if (own != null) {
            own.close();
        }
    }
}
