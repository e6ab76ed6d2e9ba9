package musette.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import musette.flash.Flash;
import musette.proof.Proofs;

/// Stories with one seeded mistake each and as many without: which of them the proofreader marks.
///
/// Half of them are written as people write, half by the flash. A mistake counts when the story
/// with it differs from the one without.
final class LintBench implements Bench {
    private static final int STORIES = 10_000;
    private static final long SEED = 20_230_401;
    private static final int SHOWN = 5;
    private static final int TRIES = 200;

    @Override
    public String name() {
        return "lint";
    }

    @Override
    public String summary() {
        return "10,000 stories with one mistake each and 10,000 without, read against the result";
    }

    private record Story(InventedRace race, String text) {
        boolean isMarked() {
            return !new Proofs(race.subject()).read("text", text).isEmpty();
        }
    }

    /// How many stories with a mistake of one kind there were, and how many of them were marked.
    private record Seen(int all, int marked) {
        Seen and(boolean isMarked) {
            return new Seen(all + 1, marked + (isMarked ? 1 : 0));
        }

        Seen and(Seen other) {
            return new Seen(all + other.all, marked + other.marked);
        }

        double share() {
            return all == 0 ? 0 : Math.floor(marked * 10_000.0 / all) / 10_000;
        }
    }

    @Override
    public Map<String, Object> run(Wishes wishes, PrintStream people) {
        int stories = wishes.rounds().orElse(STORIES);
        var byKind = new TreeMap<String, Seen>();
        var missed = new ArrayList<String>();
        var errors = LintError.values();
        for (int i = 0; i < stories; i++) {
            var error = errors[i % errors.length];
            var story = wrong(error, new SplittableRandom(SEED + i));
            var isMarked = story.isMarked();
            byKind.merge(error.kind(), new Seen(0, 0).and(isMarked), Seen::and);
            if (!isMarked) {
                missed.add(error + ": " + story.text());
            }
        }
        var falsely = new ArrayList<String>();
        for (int i = 0; i < stories; i++) {
            var random = new SplittableRandom(SEED - 1 - i);
            var race = InventedRace.of(random);
            var text =
                    random.nextBoolean() ? new LintStory(race, race, random).text() : flash(race);
            var story = new Story(race, text);
            if (story.isMarked()) {
                falsely.add(
                        new Proofs(race.subject()).read("text", story.text()) + " " + story.text());
            }
        }
        show(people, "Missed", missed);
        show(people, "Marked for nothing", falsely);
        return figures(stories, byKind, falsely.size());
    }

    /// A story with that mistake, which shows in its words.
    private static Story wrong(LintError error, SplittableRandom random) {
        for (int i = 0; i < TRIES; i++) {
            var race = InventedRace.of(random);
            var told = error.in(race, random);
            if (random.nextBoolean()) {
                var story = new LintStory(told, race, random);
                if (story.isWrong()) {
                    return new Story(race, story.text());
                }
            } else if (!flash(told).equals(flash(race))) {
                return new Story(race, flash(told));
            }
        }
        throw new IllegalStateException("no story shows the mistake " + error);
    }

    private static String flash(InventedRace race) {
        return FlashBench.text(Flash.of(race.file(), Optional.empty()));
    }

    private static void show(PrintStream people, String title, List<String> stories) {
        people.printf("%s: %,d%n", title, stories.size());
        stories.stream().limit(SHOWN).forEach(story -> people.println("  " + story));
    }

    private static Map<String, Object> figures(int stories, Map<String, Seen> byKind, int falsely) {
        var must =
                byKind.entrySet().stream()
                        .filter(kind -> LintError.MUST_BE_SEEN.contains(kind.getKey()))
                        .map(Map.Entry::getValue)
                        .reduce(new Seen(0, 0), Seen::and);
        var all = byKind.values().stream().reduce(new Seen(0, 0), Seen::and);
        var figures = new LinkedHashMap<String, Object>();
        figures.put("stories", stories);
        figures.put("recall", must.share());
        figures.put("precision", new Seen(all.marked() + falsely, all.marked()).share());
        byKind.forEach((kind, seen) -> figures.put(kind + "_recall", seen.share()));
        figures.put("missed", all.all() - all.marked());
        figures.put("marked_for_nothing", falsely);
        return figures;
    }
}
