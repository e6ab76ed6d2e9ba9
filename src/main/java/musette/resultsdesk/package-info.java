/// Doors: the editors' pages for results.
///
/// Files that wait for a look and what they would change, programs that send, names that may be one
/// rider. Owns no tables. May ask every room below the doors, and `desk` for who is asking and how
/// times are told.
@NullMarked
package musette.resultsdesk;

import org.jspecify.annotations.NullMarked;
