/// Practices: how often stories are read, and which are read most.
///
/// Reads are counted in memory and written down once a second. Owns `story_read`. May ask the
/// ground floor and `stories`.
@NullMarked
package musette.popular;

import org.jspecify.annotations.NullMarked;
