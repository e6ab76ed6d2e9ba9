/// Facts: the readers we know by name.
///
/// An account is an e-mail address and nothing else; a reader signs in through a link mailed to it.
/// Knows nothing of what a reader pays or reads. Owns `reader`. May ask the ground floor.
@NullMarked
package musette.readers;

import org.jspecify.annotations.NullMarked;
