/// Ground floor: where things are kept.
///
/// The data folder with its lock, the PostgreSQL in it (or one elsewhere), the migrations and the
/// clock. Owns no tables but those of Flyway and the event log. May ask no other room.
@NullMarked
package musette.store;

import org.jspecify.annotations.NullMarked;
