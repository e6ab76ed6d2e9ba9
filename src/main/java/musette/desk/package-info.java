/// Doors: the editors' pages.
///
/// What editors see and press after they have signed in. Owns no tables. May ask every room below
/// the doors, and `front` for the reader's page of a draft.
@NullMarked
package musette.desk;

import org.jspecify.annotations.NullMarked;
