/// A practice: newsletters.
///
/// Which letters there are, who asked for them, who confirmed and who left, and how much mail a
/// stranger can cause. Owns `newsletter`, `letter_subscription`, `letter_mail` and
/// `letter_withheld`. May ask `store`, `keys`, `site` and `post`.
@NullMarked
package musette.letters;

import org.jspecify.annotations.NullMarked;
