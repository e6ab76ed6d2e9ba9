/// A practice: newsletters.
///
/// Which letters there are, who asked for them, who confirmed and who left. Owns `newsletter` and
/// `letter_subscription`. May ask `store`, `keys`, `site` and `post`.
@NullMarked
package musette.letters;

import org.jspecify.annotations.NullMarked;
