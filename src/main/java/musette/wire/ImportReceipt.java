package musette.wire;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import musette.racing.Results;
import musette.wire.ParsedFile.Quarantined;
import musette.wire.ParsedFile.Reading;

/// What became of a file that was handed to the wire.
public sealed interface ImportReceipt {
    /// Why nothing at all was taken from what was brought; empty where something was.
    static Optional<String> refusal(List<ImportReceipt> receipts) {
        return receipts.stream().allMatch(Declined.class::isInstance)
                ? Optional.of(
                        receipts.stream()
                                .map(receipt -> ((Declined) receipt).sentence())
                                .distinct()
                                .collect(Collectors.joining(" ")))
                : Optional.empty();
    }

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
