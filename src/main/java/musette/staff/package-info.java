/// Facts: the people of the newsroom.
///
/// Authors and editors with byline, biography and role, and what lets them in: one-time links and
/// passkeys. Owns `member` and `member_passkey`. May ask the ground floor.
@NullMarked
package musette.staff;

import org.jspecify.annotations.NullMarked;
