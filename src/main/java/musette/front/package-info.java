/// Doors: the readers' pages.
///
/// Story, home, authors, letters, feed. Each page is a record of plain words and one template; the
/// records are made by small functions from what the rooms below know. Owns no tables. May ask
/// every room below the doors, `pages` for its parts, and `members` for a visitor’s market and
/// waiting notice.
@NullMarked
package musette.front;

import org.jspecify.annotations.NullMarked;
