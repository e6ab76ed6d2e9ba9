/// Writing: several people in one story, each in a window of their own.
///
/// A window sends what was typed as steps from one version to the next; the database puts them in
/// order, and everybody else hears of them. Owns `story_step`. Asks stories, and the flash which
/// facts a result offers.
@NullMarked
package musette.writing;

import org.jspecify.annotations.NullMarked;
