package musette.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// Reads a text against what it reports.
public final class Proofs {
    private final Vocabulary vocabulary;
    private final Subject subject;
    private final Judge judge;

    public Proofs(Subject subject) {
        this.subject = subject;
        vocabulary = new Vocabulary(subject);
        judge = new Judge(subject);
    }

    /// What contradicts the result, in reading order.
    ///
    /// @param field the name of the field it stands in
    public List<Mark> read(String field, String text) {
        var marks = new TreeMap<Integer, Mark>();
        for (var items : vocabulary.sentences(text)) {
            for (var claim : claims(new Sentence(items, subject.stage() != null))) {
                var words = claim.words();
                judge.denial(claim)
                        .ifPresent(denial ->
                                marks.putIfAbsent(
                                        words.start(), mark(field, text, items, words, denial)));
                for (var who : claim.riders()) {
                    if (who.entries().isEmpty()) {
                        marks.putIfAbsent(
                                who.start(), mark(field, text, items, who, Judge.STRANGER));
                    }
                }
            }
        }
        return List.copyOf(marks.values());
    }

    private List<Claim> claims(Sentence sentence) {
        var claims = new ArrayList<Claim>();
        claims.addAll(new RaceReading(sentence, subject, vocabulary).claims());
        claims.addAll(new PlaceReading(sentence, subject).claims());
        claims.addAll(new GapReading(sentence).claims());
        return claims;
    }

    private static Mark mark(
            String field, String text, List<Item> items, Item words, Judge.Denial denial) {
        var entry = denial.entry();
        return new Mark(
                field,
                words.start(),
                words.end(),
                text.substring(items.getFirst().start(), words.start()),
                text.substring(words.start(), words.end()),
                text.substring(words.end(), Math.max(items.getLast().end(), words.end())),
                denial.kind(),
                denial.says(),
                entry == null ? 0 : entry.row());
    }
}
