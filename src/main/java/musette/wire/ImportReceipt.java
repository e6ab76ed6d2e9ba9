package musette.wire;

import java.util.List;
import musette.racing.Results;
import musette.wire.ParsedFile.Quarantined;
import musette.wire.ParsedFile.Reading;

/// What became of a file that was handed to the wire.
public sealed interface ImportReceipt {
    /// The arrival's number in the log.
    long arrival();

    /// The file is in the house.
    ///
    /// @param outcome what the facts have now, and whether that is news
    /// @param quarantine rows set aside by the reading or because their rider was in doubt
    record Applied(
            long arrival, Results.Outcome outcome, Reading reading, List<Quarantined> quarantine)
            implements ImportReceipt {
        public Applied {
            quarantine = List.copyOf(quarantine);
        }
    }

    /// Nothing is changed yet: somebody has to look at it first.
    record Waiting(long arrival) implements ImportReceipt {}

    /// Nothing is changed, and nobody has to look: all it says was known.
    record Repeat(long arrival) implements ImportReceipt {}

    /// Nothing was applied; the sentence says why.
    record Declined(long arrival, String sentence) implements ImportReceipt {}
}
