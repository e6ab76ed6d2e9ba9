/// A door: measures the house.
///
/// Each benchmark runs the real program, prints a table for people and answers its figures for one
/// line of JSON. Where machines are noisy the figure that counts is a ratio from one run. Owns no
/// tables. May ask every room below.
@NullMarked
package musette.bench;

import org.jspecify.annotations.NullMarked;
