package musette.proof;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import musette.racing.Names;

/// Phrases that a text may hold, and what each may mean.
final class Lexicon<M> {
    private final Map<String, List<Phrase<M>>> byFirstWord = new HashMap<>();

    private record Phrase<M>(List<String> words, Set<M> meanings) {}

    /// What a text says from one token on.
    ///
    /// @param meanings several where the phrase is ambiguous
    /// @param length in tokens, signs inside the phrase among them
    record Found<M>(Set<M> meanings, int length) {}

    void add(String phrase, M meaning) {
        var words = List.of(Names.slug(phrase).split("-", -1));
        if (words.getFirst().isEmpty()) {
            return;
        }
        var phrases = byFirstWord.computeIfAbsent(words.getFirst(), word -> new ArrayList<>());
        phrases.stream()
                .filter(known -> known.words().equals(words))
                .findFirst()
                .orElseGet(() -> {
                    var fresh = new Phrase<M>(words, new LinkedHashSet<>());
                    phrases.add(fresh);
                    return fresh;
                })
                .meanings()
                .add(meaning);
    }

    /// The longest phrase that starts at that token.
    Optional<Found<M>> at(List<Token> tokens, int from) {
        Found<M> longest = null;
        for (var phrase : byFirstWord.getOrDefault(tokens.get(from).folded(), List.of())) {
            int length = length(phrase.words(), tokens, from);
            if (length > 0 && (longest == null || length > longest.length())) {
                longest = new Found<>(phrase.meanings(), length);
            }
        }
        return Optional.ofNullable(longest);
    }

    private static int length(List<String> words, List<Token> tokens, int from) {
        int at = from;
        for (int word = 0; word < words.size(); at++) {
            if (at >= tokens.size()) {
                return 0;
            }
            if (tokens.get(at).folded().equals(words.get(word))) {
                word++;
            } else if (!tokens.get(at).joinsWords()) {
                return 0;
            }
        }
        return at - from;
    }
}
