/// What the newsroom says about a story, beside words of its, until it is done.
///
/// Owns `story_comment`. May ask stories and staff.
@NullMarked
package musette.comments;

import org.jspecify.annotations.NullMarked;
