/// Records: results as they arrive from providers.
///
/// Reads files into what `racing` stores, sets aside rows that cannot be understood, with line and
/// reason, shows what a file would change, and keeps every arrival with its file. Owns
/// `wire_arrival`, `wire_file` and `wire_quarantine`. May ask the ground floor and `racing`.
@NullMarked
package musette.wire;

import org.jspecify.annotations.NullMarked;
