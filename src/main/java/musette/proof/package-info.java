/// Proofreading: what people typed, read against the result that the story carries.
///
/// What contradicts a row is marked, with the row beside it; what cannot be judged is not. Owns
/// `mark_dismissed`. May ask racing and stories.
@NullMarked
package musette.proof;

import org.jspecify.annotations.NullMarked;
