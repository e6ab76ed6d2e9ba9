package musette.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import musette.text.Document.Block;
import musette.text.Document.Inline;
import musette.text.Document.Paragraph;
import musette.text.Document.TextBlock;

/// Carries facts, and how words are set, from one revision into the next, which came as plain
/// words. (The editor's scripts know of each fact where it went; this is for whoever has none.)
///
/// A block or a sentence that stands word for word keeps them. A sentence that was touched is known
/// again by half of its other words, and keeps the facts whose words stand once in it before and
/// after. Where two readings differ a fact is let go: a lost link costs a glance, a wrong one a
/// correction.
public final class FactBinding {
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    /// What is written anew throughout is taken as new.
    private static final int MOST_PAIRS = 20_000;

    private final Map<String, Block> blocks;
    private final Map<String, Paragraph> sentences;
    private final List<Paragraph> touched;

    private FactBinding(Document before, Document after) {
        blocks = distinct(before.blocks(), FactBinding::words);
        var all = sentences(before);
        sentences = distinct(all, TextBlock::text);
        var now = sentences(after);
        var fresh = now.stream().map(TextBlock::text).collect(Collectors.toSet());
        touched =
                all.stream()
                        .filter(it -> !it.facts().isEmpty() && !fresh.contains(it.text()))
                        .collect(Collectors.toCollection(ArrayList::new));
        if ((long) touched.size() * now.size() > MOST_PAIRS) {
            touched.clear();
        }
    }

    /// The words of `after`, with what of `before` still stands in them.
    public static Document carry(Document before, Document after) {
        var binding = new FactBinding(before, after);
        return new Document(after.blocks().stream().map(binding::bound).toList());
    }

    private Block bound(Block block) {
        var kept = blocks.get(words(block));
        return kept != null
                ? kept
                : block.mapped(text ->
                        text.with(
                                Document.joined(
                                        text.sentences().stream().map(this::bound).toList())));
    }

    private Paragraph bound(Paragraph sentence) {
        var kept = sentences.get(sentence.text());
        if (kept != null) {
            return kept;
        }
        var old = touched.stream().filter(it -> isKnownBy(it, sentence.text())).findFirst();
        old.ifPresent(touched::remove);
        return old.map(it -> withFactsOf(it, sentence.text())).orElse(sentence);
    }

    /// Whether half of what the sentence said beside its facts is said still.
    private static boolean isKnownBy(Paragraph old, String now) {
        var own =
                old.inlines().stream()
                        .filter(Inline.Text.class::isInstance)
                        .flatMap(text -> BLANKS.splitAsStream(text.text()))
                        .filter(word -> word.length() > 1)
                        .toList();
        var said = BLANKS.splitAsStream(now).collect(Collectors.toSet());
        return !own.isEmpty() && 2 * own.stream().filter(said::contains).count() >= own.size();
    }

    private static Paragraph withFactsOf(Paragraph old, String now) {
        var inlines = new ArrayList<Inline>();
        int done = 0;
        for (var fact : old.facts()) {
            var place = onlyPlace(fact.text(), now);
            if (onlyPlace(fact.text(), old.text()).isPresent()
                    && place.isPresent()
                    && place.getAsInt() >= done) {
                text(now.substring(done, place.getAsInt())).ifPresent(inlines::add);
                inlines.add(fact);
                done = place.getAsInt() + fact.text().length();
            }
        }
        text(now.substring(done)).ifPresent(inlines::add);
        return new Paragraph(inlines);
    }

    private static Optional<Inline> text(String words) {
        return words.isEmpty() ? Optional.empty() : Optional.of(new Inline.Text(words));
    }

    /// Where the words stand as words of their own, if they do so once: `13` is none in `13.5`,
    /// `1:13` or `113`.
    private static OptionalInt onlyPlace(String words, String in) {
        var whole =
                Pattern.compile(
                        "(?<![\\p{L}\\p{N}]|\\p{N}[.:,])%s(?![\\p{L}\\p{N}]|[.:,]\\p{N})"
                                .formatted(Pattern.quote(words)));
        var places = whole.matcher(in).results().mapToInt(it -> it.start()).limit(2).toArray();
        return places.length == 1 ? OptionalInt.of(places[0]) : OptionalInt.empty();
    }

    private static List<Paragraph> sentences(Document document) {
        return document.texts().stream().flatMap(text -> text.sentences().stream()).toList();
    }

    private static String words(Block block) {
        return PlainText.of(new Document(List.of(block))).replaceAll("\\s+", " ").strip();
    }

    /// By their words, but for those that read alike and are not the same.
    private static <T> Map<String, T> distinct(List<T> all, Function<T, String> words) {
        var seen = new LinkedHashMap<String, T>();
        Set<String> unclear = new HashSet<>();
        for (var one : all) {
            var known = seen.putIfAbsent(words.apply(one), one);
            if (known != null && !known.equals(one)) {
                unclear.add(words.apply(one));
            }
        }
        seen.keySet().removeAll(unclear);
        return seen;
    }
}
