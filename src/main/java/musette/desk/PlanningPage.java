package musette.desk;

import java.util.List;
import musette.site.Frame;

/// What goes live in a month, beside what was raced in it.
///
/// @param month `April 2023`
/// @param number `2023-04`
/// @param before the month before, as `number`
/// @param after the month after
record PlanningPage(
        Frame frame, String month, String number, String before, String after, List<Day> days) {

    PlanningPage {
        days = List.copyOf(days);
    }

    /// @param words `Saturday 1 April`
    record Day(String words, boolean isToday, List<Planned> stories, List<Raced> races) {
        Day {
            stories = List.copyOf(stories);
            races = List.copyOf(races);
        }
    }

    /// @param time `18:00:00`
    /// @param what happens then
    /// @param isUrgent whether it should have happened, and has not
    record Planned(String time, String headline, String address, String what, boolean isUrgent) {}

    /// @param story whether there is one: `no story`, `draft`, `story`
    /// @param draftOf the result that a story can be drafted from; 0 where there is one, or where
    ///   it ranks something else than a finish
    record Raced(String race, String address, String detail, String story, long draftOf) {}
}
