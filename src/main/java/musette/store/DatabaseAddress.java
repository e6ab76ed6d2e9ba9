package musette.store;

import org.postgresql.ds.PGSimpleDataSource;

/// Where the database is and who we are to it, without a pool. A wrapper, so that nobody but the
/// pool and the watch takes it for the way to the database.
record DatabaseAddress(PGSimpleDataSource server) {}
