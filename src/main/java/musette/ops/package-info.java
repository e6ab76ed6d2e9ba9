/// A door: for the operator.
///
/// The command line, the server's start and stop, tasks that run inside a running server or without
/// one, and the demonstration. Owns no tables. May ask every room below.
@NullMarked
package musette.ops;

import org.jspecify.annotations.NullMarked;
