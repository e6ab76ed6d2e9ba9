/// Doors: what readers' pages are made of.
///
/// The parts that more than one of them shows: a result's table, a list of stories, a moment, what
/// search engines are told. Owns no tables and no addresses. May ask every room below the doors.
@NullMarked
package musette.pages;

import org.jspecify.annotations.NullMarked;
