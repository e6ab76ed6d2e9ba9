/// The newsroom for race sport. Each package below this one is a room; `docs/house.md` has the
/// ground plan.
@NullMarked
package musette;

import org.jspecify.annotations.NullMarked;
