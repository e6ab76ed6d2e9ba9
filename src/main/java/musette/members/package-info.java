/// Doors: joining, paying, signing in, and the reader's own page.
///
/// Which market a visitor sees, the offer, the test till's counter, sign-in by mailed link, the
/// account with its ways out. Owns no tables. May ask every room below the doors; `front` asks it
/// for a visitor's market.
@NullMarked
package musette.members;

import org.jspecify.annotations.NullMarked;
