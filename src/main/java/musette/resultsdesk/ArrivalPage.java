package musette.resultsdesk;

import java.util.List;
import java.util.function.Function;
import musette.site.Frame;
import org.jspecify.annotations.Nullable;

/// One file that was brought in: what was understood, what it would change or has changed.
///
/// @param path of the page itself
/// @param mark where the file stands, in a word or two
/// @param news what came of it or would come of it, a sentence
/// @param problem why something did not happen, may be empty
/// @param mayDecide whether this person may put it in or discard it
/// @param needsReason whether it would replace a result that is surer
/// @param mayTakeBack whether this person may take it back
/// @param story the one that carries the result, or the offer to draft one; null where neither is
/// @param next what waits after it, once this one waits no more; null where nothing does
record ArrivalPage(
        Frame frame,
        String path,
        String file,
        String mark,
        String detail,
        String news,
        String problem,
        boolean mayDecide,
        boolean needsReason,
        boolean mayTakeBack,
        @Nullable ToStory story,
        @Nullable Next next,
        Understood understood) {

    record Next(String path, String title) {}

    /// From a result to what is written of it.
    sealed interface ToStory {
        /// @param path of the story at the desk
        record Written(String path) implements ToStory {}

        record Offered(long result) implements ToStory {}
    }

    /// What was made of the file.
    ///
    /// @param title of the result or list, empty when nothing could be made of it
    /// @param rows the rows of the result as it would stand or stands
    /// @param changes against what counts today
    /// @param aside the rows that were not taken, with line and reason
    /// @param remarks sentences on whatever else was not taken at its word
    record Understood(
            String title,
            Some<Row> rows,
            Some<Change> changes,
            Some<Aside> aside,
            List<String> remarks) {

        static final Understood NOTHING =
                new Understood("", Some.none(), Some.none(), Some.none(), List.of());

        Understood {
            remarks = List.copyOf(remarks);
        }
    }

    /// As many of a long list as a page can show.
    ///
    /// @param all how many there are
    record Some<T>(List<T> shown, int all) {
        Some {
            shown = List.copyOf(shown);
        }

        static <S, T> Some<T> of(List<S> all, int most, Function<S, T> shown) {
            return new Some<>(all.stream().limit(most).map(shown).toList(), all.size());
        }

        static <T> Some<T> none() {
            return new Some<>(List.of(), 0);
        }

        /// `23,481`
        String count() {
            return "%,d".formatted(all);
        }

        /// `and 23,281 more`, or nothing.
        String more() {
            return all == shown.size() ? "" : "and %,d more".formatted(all - shown.size());
        }
    }

    /// @param time as it is told
    /// @param filed time and gap as the file had them, empty where they say the same
    record Row(String place, String rider, String team, String time, String filed) {}

    /// @param what `place`, `time`, `team` or `points`
    record Change(String rider, String what, String before, String after) {}

    record Aside(int line, String reason, String raw) {}
}
