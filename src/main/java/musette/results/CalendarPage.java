package musette.results;

import java.util.List;
import musette.pages.Preview;
import musette.pages.ResultTable;
import musette.site.Frame;

/// What ended in one month, and who starts in what is to come.
///
/// @param month `April 2023`
/// @param before the month before that has something; no words where there is none
/// @param after the month after it
record CalendarPage(
        Frame frame,
        Preview preview,
        String month,
        ResultTable.Name before,
        ResultTable.Name after,
        List<Day> days) {
    CalendarPage {
        days = List.copyOf(days);
    }

    /// @param words `Saturday 1 April`
    record Day(String words, List<Finish> finishes) {
        Day {
            finishes = List.copyOf(finishes);
        }
    }

    /// @param winners several where they share the first place; none where nobody has it
    /// @param detail where, and of which class
    record Finish(
            ResultTable.Name race,
            List<ResultTable.Name> winners,
            String detail,
            boolean isProvisional) {
        Finish {
            winners = List.copyOf(winners);
        }
    }
}
