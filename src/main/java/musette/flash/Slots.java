package musette.flash;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import musette.text.Document.Inline;

/// What a sentence is filled with. A slot nobody filled is a fact nobody knows.
final class Slots {
    private final Map<String, List<Inline>> words = new HashMap<>();

    Slots with(String slot, Inline inline) {
        return with(slot, List.of(inline));
    }

    Slots with(String slot, List<Inline> inlines) {
        if (!inlines.isEmpty()) {
            words.put(slot, List.copyOf(inlines));
        }
        return this;
    }

    Slots with(String slot, Optional<? extends Inline> inline) {
        inline.ifPresent(it -> with(slot, it));
        return this;
    }

    Optional<List<Inline>> words(String slot) {
        return Optional.ofNullable(words.get(slot));
    }

    /// The fact of a slot, said in the language's own words.
    Optional<List<Inline>> fact(String slot, String saying) {
        return words(slot)
                .map(List::getFirst)
                .map(inline ->
                        inline instanceof Inline.Fact fact
                                ? List.of(new Inline.Fact(saying, fact.link()))
                                : List.of(new Inline.Text(saying)));
    }
}
