package musette.stories;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import musette.stories.Document.Block;
import musette.stories.Document.Inline;
import musette.stories.Document.TextBlock;

/// Carries facts from one revision into the next, which came as plain words.
///
/// A fact stays bound exactly when all its words are kept as one run by every shortest edit that
/// explains the change. Where two explanations differ (of two equal gaps one was struck: which?) it
/// is let go, because a lost link costs a glance and a wrong one a correction. Nothing is ever
/// bound by finding the same words somewhere else: a fact also needs one of the three words on
/// either side to be still there. A passage of some 3,000 words changed throughout is taken as new.
final class FactBinding {
    private FactBinding() {}

    /// The words of `after` with those facts of `before` that still stand in them.
    static Document carry(Document before, Document after) {
        var old = before.blocks();
        var fresh = after.blocks();
        var kept = keptBlocks(old, fresh);
        var blocks = new ArrayList<Block>();
        int oldEnd = 0;
        int end;
        for (int start = 0; start <= fresh.size(); start = end + 1) {
            end = start;
            while (end < fresh.size() && kept[end] < 0) {
                end++;
            }
            int oldStart = oldEnd;
            oldEnd = end < fresh.size() ? kept[end] : old.size();
            blocks.addAll(rewritten(old.subList(oldStart, oldEnd), fresh.subList(start, end)));
            if (end < fresh.size()) {
                blocks.add(old.get(oldEnd));
                oldEnd++;
            }
        }
        return new Document(blocks);
    }

    /// For each new block the old one it is, word for word, or -1.
    private static int[] keptBlocks(List<Block> before, List<Block> after) {
        var old = before.stream().map(FactBinding::key).toList();
        var fresh = after.stream().map(FactBinding::key).toList();
        var kept = new int[after.size()];
        Arrays.fill(kept, -1);
        if (Alignment.fits(old, fresh)) {
            var alignment = Alignment.of(old, fresh);
            for (int i = 0; i < old.size(); i++) {
                int block = i;
                alignment.certainPlace(i).ifPresent(place -> kept[place] = block);
            }
        }
        return kept;
    }

    private static String key(Block block) {
        return PlainText.of(new Document(List.of(block))).replaceAll("\\s+", " ").strip();
    }

    /// A changed passage, with those facts of the old one that its words still carry.
    private static List<Block> rewritten(List<Block> before, List<Block> after) {
        var told = new Document(before).texts();
        if (after.isEmpty() || new Document(before).facts().isEmpty()) {
            return after;
        }
        var old = Words.of(told);
        var fresh = Words.of(new Document(after).texts());
        if (!Alignment.fits(old.texts(), fresh.texts())) {
            return after;
        }
        var alignment = Alignment.of(old.texts(), fresh.texts());
        var kept =
                places(told).stream()
                        .flatMap(place -> carried(place, old, fresh, alignment).stream())
                        .toList();
        var index = new AtomicInteger();
        return new Document(after)
                .mapped(text -> bound(index.getAndIncrement(), text, kept))
                .blocks();
    }

    /// Where a fact stands: from one character of a block to another.
    private record Place(FactLink link, int block, int start, int end) {}

    private static List<Place> places(List<TextBlock> blocks) {
        var places = new ArrayList<Place>();
        for (int block = 0; block < blocks.size(); block++) {
            int start = 0;
            for (var inline : blocks.get(block).inlines()) {
                int end = start + inline.text().length();
                if (inline instanceof Inline.Fact fact) {
                    places.add(new Place(fact.link(), block, start, end));
                }
                start = end;
            }
        }
        return places;
    }

    /// The place of a fact among the new words, if they kept all of its own.
    private static Optional<Place> carried(
            Place place, Words old, Words fresh, Alignment alignment) {
        var run = old.covering(place.block(), place.start(), place.end());
        return run.indices()
                .boxed()
                .flatMap(i -> alignment.certainPlace(i).stream().mapToObj(j -> run.first() - i + j))
                .findFirst()
                .filter(start -> alignment.canKeep(run.first(), start, run.length()))
                .map(run::startingAt)
                .filter(fresh::isInOneBlock)
                .filter(now -> hasCompany(run, now, old, fresh, alignment))
                .map(now -> moved(place, old, run, fresh, now));
    }

    /// Whether a word beside the fact is still beside it. In a sentence written anew, `20 seconds`
    /// may be kept by the letter and be somebody else's.
    private static boolean hasCompany(
            Words.Run run, Words.Run now, Words old, Words fresh, Alignment alignment) {
        var inFront = old.inFrontOf(run);
        var behind = old.behind(run);
        return (inFront.isEmpty() && behind.isEmpty())
                || anyKept(inFront, fresh.inFrontOf(now), alignment)
                || anyKept(behind, fresh.behind(now), alignment);
    }

    private static boolean anyKept(List<Integer> old, List<Integer> fresh, Alignment alignment) {
        return old.stream().anyMatch(i -> fresh.stream().anyMatch(j -> alignment.canKeep(i, j, 1)));
    }

    /// The same stretch of the same words; a fact may begin or end inside a word.
    private static Place moved(Place place, Words old, Words.Run run, Words fresh, Words.Run now) {
        int before = place.start() - old.at(run.first()).start();
        int behind = old.at(run.last()).end() - place.end();
        var first = fresh.at(now.first());
        return new Place(
                place.link(),
                first.block(),
                first.start() + Math.max(before, 0),
                fresh.at(now.last()).end() - Math.max(behind, 0));
    }

    /// The block's words, cut where facts begin and end.
    private static TextBlock bound(int index, TextBlock block, List<Place> facts) {
        var text = block.text();
        var inlines = new ArrayList<Inline>();
        int done = 0;
        for (var fact : facts) {
            if (fact.block() != index || fact.start() < done) {
                continue;
            }
            if (fact.start() > done) {
                inlines.add(new Inline.Text(text.substring(done, fact.start())));
            }
            inlines.add(new Inline.Fact(text.substring(fact.start(), fact.end()), fact.link()));
            done = fact.end();
        }
        if (done < text.length()) {
            inlines.add(new Inline.Text(text.substring(done)));
        }
        return block.with(inlines);
    }
}
