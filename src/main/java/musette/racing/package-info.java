/// Facts: what happened on the road.
///
/// Races, their editions, riders, teams of a season, results with all their revisions, lists of
/// winners, and the palmares questions asked of them. Owns `race`, `edition`, `stage`, `rider`,
/// `team`, `result` with its revisions and rows, `winners_list`, `rider_decision` and the view
/// `edition_winner`. May ask the ground floor.
@NullMarked
package musette.racing;

import org.jspecify.annotations.NullMarked;
