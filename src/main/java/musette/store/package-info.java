/// Ground floor: where things are kept.
///
/// The data folder with its lock, the PostgreSQL in it (or one elsewhere) and the watch over it,
/// the migrations, the clock, and the events that are tried again. Owns `node`, `event_set_aside`,
/// and the tables of Flyway and the event log. May ask no other room.
@NullMarked
package musette.store;

import org.jspecify.annotations.NullMarked;
