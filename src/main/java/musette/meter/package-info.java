/// A practice: how much a reader may read.
///
/// Five distinct stories in thirty days from the first one, then the gate, then it starts again by
/// itself. Anonymous readers carry their own record in a signed cookie; the server keeps nothing
/// about them. Owns no tables. May ask the ground floor.
@NullMarked
package musette.meter;

import org.jspecify.annotations.NullMarked;
