/// Practices: results that programs send.
///
/// Who may send them (`Senders`), whole files (`PushedFiles`), and rows as riders cross the line
/// (`RunningRows`, put in by `RunningResults`). Owns `wire_sender`, `wire_push`, `running_result`
/// and `running_row`. Asks the wire, which reads and puts in.
@NullMarked
package musette.push;

import org.jspecify.annotations.NullMarked;
