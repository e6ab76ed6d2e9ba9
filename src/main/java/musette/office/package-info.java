/// Doors: the owner's pages.
///
/// Who works here, what was done, which mails went out. Owns no tables. May ask every room below
/// the doors, and `desk` for who is asking, how times are told and the words for what was done.
@NullMarked
package musette.office;

import org.jspecify.annotations.NullMarked;
