package musette.flash;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import musette.text.Document.Inline;
import org.jspecify.annotations.Nullable;

/// A sentence with slots, as the resource explains them. Filling it gives words and facts in order,
/// or nothing when a fact it cannot do without is missing.
record Sentence(List<Clause> clauses) {
    private static final Pattern CLAUSE = Pattern.compile("\\[([^\\[\\]]*)]|([^\\[\\]]+)");
    private static final Pattern PIECE = Pattern.compile("\\{([a-z]+)(?:\\|([^{}]*))?}|([^{}]+)");

    Sentence {
        clauses = List.copyOf(clauses);
    }

    /// @param dispensable whether it stands in brackets
    record Clause(List<Piece> pieces, boolean dispensable) {
        Clause {
            pieces = List.copyOf(pieces);
        }

        /// Nothing when a slot is empty.
        Optional<List<Inline>> filled(Slots slots) {
            var words = new ArrayList<Inline>();
            for (var piece : pieces) {
                var part = piece.filled(slots);
                if (part.isEmpty()) {
                    return Optional.empty();
                }
                words.addAll(part.get());
            }
            return Optional.of(words);
        }
    }

    sealed interface Piece {
        Optional<List<Inline>> filled(Slots slots);
    }

    record Words(String text) implements Piece {
        @Override
        public Optional<List<Inline>> filled(Slots slots) {
            return Optional.of(List.of(new Inline.Text(text)));
        }
    }

    /// @param words the language's own words for the fact; null when the slot brings them
    record Slot(String name, @Nullable String words) implements Piece {
        @Override
        public Optional<List<Inline>> filled(Slots slots) {
            return words == null ? slots.words(name) : slots.fact(name, words);
        }
    }

    static Sentence of(String text) {
        var clauses = new ArrayList<Clause>();
        var parts = CLAUSE.matcher(text);
        while (parts.find()) {
            var inBrackets = parts.group(1);
            clauses.add(
                    inBrackets == null
                            ? new Clause(pieces(parts.group()), false)
                            : new Clause(pieces(inBrackets), true));
        }
        return new Sentence(clauses);
    }

    private static List<Piece> pieces(String text) {
        var pieces = new ArrayList<Piece>();
        var parts = PIECE.matcher(text);
        while (parts.find()) {
            var slot = parts.group(1);
            pieces.add(slot == null ? new Words(parts.group()) : new Slot(slot, parts.group(2)));
        }
        return pieces;
    }

    /// The sentence with its slots filled; empty when one outside brackets is not known.
    Optional<List<Inline>> filled(Slots slots) {
        var words = new ArrayList<Inline>();
        for (var clause : clauses) {
            var part = clause.filled(slots);
            if (part.isPresent()) {
                words.addAll(part.get());
            } else if (!clause.dispensable()) {
                return Optional.empty();
            }
        }
        return Optional.of(words);
    }

    /// The words of a sentence without slots.
    String text() {
        return filled(new Slots()).orElseThrow().stream()
                .map(Inline::text)
                .collect(Collectors.joining());
    }

    /// The words alone, for a sentence whose slot takes plain words.
    String words(String slot, String words) {
        var slots = new Slots().with(slot, new Inline.Text(words));
        return filled(slots).orElseThrow().stream().map(Inline::text).collect(Collectors.joining());
    }
}
