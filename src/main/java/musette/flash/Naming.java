package musette.flash;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import musette.text.Document.Inline;

/// Who is called what: the full name first, the family name after that, and always the full name
/// where two of the first ten share a family name (Ion and Gorka Izagirre).
final class Naming {
    private static final int FIRST = 10;

    private final List<Finisher> first;
    private final Set<Finisher> introduced = new HashSet<>();

    Naming(RaceFacts facts) {
        first = facts.placed().stream().limit(FIRST).toList();
    }

    /// The rider's name as it stands here; call it in reading order.
    Inline.Fact of(Finisher rider) {
        return introduced.add(rider) || hasNamesake(rider) ? rider.fullName() : rider.familyName();
    }

    private boolean hasNamesake(Finisher rider) {
        return first.stream()
                .anyMatch(other -> !other.equals(rider) && other.hasFamilyNameOf(rider));
    }
}
