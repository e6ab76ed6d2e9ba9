/// Facts: the people of the newsroom.
///
/// Authors and editors with byline, biography and role, and the one-time links that let them in.
/// Owns `member`. May ask the ground floor.
@NullMarked
package musette.staff;

import org.jspecify.annotations.NullMarked;
