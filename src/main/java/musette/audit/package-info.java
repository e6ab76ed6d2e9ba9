/// Facts: who did what at the desk.
///
/// Rows are added and read, never changed. Owns `audit_entry`. May ask the ground floor.
@NullMarked
package musette.audit;

import org.jspecify.annotations.NullMarked;
