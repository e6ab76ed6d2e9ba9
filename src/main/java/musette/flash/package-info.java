/// Practices: result in, draft story out.
///
/// Writes the first form of a race report from a result and the winners before it. Each rider,
/// team, placing, gap, count and year in it is bound to the row or question it came from, and a
/// sentence whose facts are not there is not written. The words are in `en.properties`, the logic
/// here. Owns no tables. May ask `racing`, `stories`, `staff` and the ground floor.
@NullMarked
package musette.flash;

import org.jspecify.annotations.NullMarked;
