/// Records: results as they arrive from providers.
///
/// Reads files into what `racing` stores, sets aside rows that cannot be understood, with line and
/// reason, and keeps a log of every arrival. Owns `wire_arrival` and `wire_quarantine`. May ask the
/// ground floor and `racing`.
@NullMarked
package musette.wire;

import org.jspecify.annotations.NullMarked;
