package musette.wire;

import java.util.List;
import musette.racing.Result;
import musette.racing.ResultDiff;
import musette.wire.ParsedFile.Quarantined;
import musette.wire.ParsedFile.Reading;
import org.jspecify.annotations.Nullable;

/// What putting a file in would do, found out by doing it in a transaction that is rolled back: the
/// same riders, the same rows set aside, the same refusals.
public sealed interface Preview {

    /// @param before what counts today, null when there is no result yet
    /// @param after what would count
    /// @param news whether anything would change
    /// @param aside rows that would be left out
    /// @param objection why it is put in only when a person gives a reason; empty for nothing
    record OfResult(
            @Nullable Result before,
            Result after,
            boolean news,
            Reading reading,
            List<Quarantined> aside,
            String objection)
            implements Preview {
        public OfResult {
            aside = List.copyOf(aside);
        }

        /// What differs from today; nothing for a first result.
        public ResultDiff diff() {
            return before == null ? new ResultDiff(List.of()) : ResultDiff.between(before, after);
        }
    }

    /// A list of winners.
    ///
    /// @param news whether anything in it is new
    record OfList(boolean news, Reading reading, List<Quarantined> aside) implements Preview {
        public OfList {
            aside = List.copyOf(aside);
        }
    }

    /// It could not be put in; the sentence says why.
    record Refused(String sentence) implements Preview {}
}
