/// Doors: readers' pages of results.
///
/// Races, their editions and stages, riders and teams. Each page is a record of plain words and one
/// template. Owns no tables. May ask every room below the doors, and `pages` for its parts.
@NullMarked
package musette.results;

import org.jspecify.annotations.NullMarked;
