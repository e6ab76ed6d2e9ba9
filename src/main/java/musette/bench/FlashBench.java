package musette.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import musette.flash.Flash;
import musette.proof.Mark;
import musette.proof.Proofs;
import musette.proof.Subject;
import musette.racing.Gap;
import musette.racing.Placing;
import musette.racing.ResultFile;
import musette.racing.Time;
import musette.text.Document.Inline;
import musette.text.Document.TextBlock;
import musette.wire.ParsedFile.ParsedResult;
import musette.wire.ParsedFile.Quarantined;

/// Every one-day race of a folder drafted, and each draft asked what must never stand in one.
final class FlashBench implements Bench {
    private static final int WARM_UP = 20;
    private static final int MANY_ROWS = 20_000;
    private static final Pattern NUMBER = Pattern.compile("[0-9]");
    private static final Pattern ZERO =
            Pattern.compile("\\b(zero|no|0) seconds|\\b0:00\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern TACTICS =
            Pattern.compile(
                    "\\b(alone|solo|sprint|bunch|attack\\w*|outsprint\\w*|breakaway)\\b",
                    Pattern.CASE_INSENSITIVE);

    @Override
    public String name() {
        return "flash";
    }

    @Override
    public String summary() {
        return "every one-day race of --data drafted, and each draft looked through";
    }

    /// What was found in the drafts.
    private static final class Findings {
        final Map<String, Integer> withheld = new TreeMap<>();
        final List<Quarantined> unresolved = new ArrayList<>();
        final List<String> zeroSeconds = new ArrayList<>();
        final List<String> untracedNumbers = new ArrayList<>();
        final List<String> unprovenTactics = new ArrayList<>();
        final List<String> contradictions = new ArrayList<>();

        void look(String race, ResultFile file, Flash flash) {
            var text = text(flash);
            if (ZERO.matcher(text).find()) {
                zeroSeconds.add(race);
            }
            for (var inline : inlines(flash)) {
                if (inline instanceof Inline.Text words) {
                    note(NUMBER, words.text(), race, untracedNumbers);
                    note(TACTICS, words.text(), race, unprovenTactics);
                } else if (inline instanceof Inline.Fact fact
                        && !fact.link().kind().equals("finish")) {
                    note(TACTICS, fact.text(), race, unprovenTactics);
                }
            }
            var marks = new Proofs(Subject.of(file)).read("text", text);
            marks.stream().map(Mark::key).forEach(mark -> contradictions.add(race + ": " + mark));
        }

        void tell(Map<String, Object> figures, PrintStream people) {
            unresolved.forEach(row -> people.println("unresolved: " + row));
            figures.put("withheld", withheld);
            figures.put("unresolved", unresolved.size());
            put(figures, "zero_seconds", zeroSeconds, people);
            put(figures, "untraced_numbers", untracedNumbers, people);
            put(figures, "unproven_tactics", unprovenTactics, people);
            put(figures, "contradictions", contradictions, people);
        }

        private static void put(
                Map<String, Object> figures, String name, List<String> found, PrintStream people) {
            found.forEach(line -> people.println(name + ": " + line));
            figures.put(name, found.size());
        }

        /// The race's own name may hold a number or a word of tactics.
        private static void note(Pattern pattern, String words, String race, List<String> found) {
            var name = race.substring(0, race.lastIndexOf(' '));
            if (pattern.matcher(words.replace(name, "")).find()) {
                found.add(race + ": " + words);
            }
        }
    }

    @Override
    public Map<String, Object> run(Wishes wishes, PrintStream people) {
        var folder = wishes.folder();
        var pages = RacePages.ofOneDay(folder);
        var findings = new Findings();
        var millis = new ArrayList<Double>();
        for (var page : pages) {
            if (!(page.parsed() instanceof ParsedResult result)) {
                findings.withheld.merge("The file cannot be read.", 1, Integer::sum);
                continue;
            }
            findings.unresolved.addAll(result.reading().quarantine());
            var why = Flash.withheld(result.file());
            if (why.isPresent()) {
                findings.withheld.merge(why.get(), 1, Integer::sum);
                people.println(page.name() + ": " + why.get());
                continue;
            }
            millis.add(millis(result.file()));
            var flash = Flash.of(result.file(), Optional.empty());
            findings.look(page.name(), result.file(), flash);
            if (wishes.show().filter(page.name()::contains).isPresent()) {
                people.println(page.name() + "\n\n" + text(flash) + "\n");
            }
        }
        var figures = new LinkedHashMap<String, Object>();
        figures.put("races", pages.size());
        figures.put("drafts", millis.size());
        findings.tell(figures, people);
        figures.put("p99_ms", percentile(millis, 0.99));
        figures.put("slowest_20000_rows_ms", manyRows());
        return figures;
    }

    /// One draft, after some that are not counted.
    private static double millis(ResultFile file) {
        for (int i = 0; i < WARM_UP; i++) {
            Flash.of(file, Optional.empty());
        }
        var start = System.nanoTime();
        Flash.of(file, Optional.empty());
        return (System.nanoTime() - start) / 1e6;
    }

    private static double percentile(List<Double> values, double share) {
        var sorted = values.stream().sorted().toList();
        return sorted.isEmpty()
                ? 0
                : rounded(sorted.get((int) Math.min(sorted.size() - 1, sorted.size() * share)));
    }

    private static double rounded(double value) {
        return Math.round(value * 1_000) / 1_000.0;
    }

    /// The slowest of some drafts of a result of 20,000 rows on one time.
    private static double manyRows() {
        var file = onOneTime(MANY_ROWS);
        double slowest = 0;
        for (int i = 0; i < WARM_UP; i++) {
            var start = System.nanoTime();
            Flash.of(file, Optional.empty());
            slowest = i < WARM_UP / 2 ? 0 : Math.max(slowest, (System.nanoTime() - start) / 1e6);
        }
        return rounded(slowest);
    }

    private static ResultFile onOneTime(int rows) {
        var race = InventedRace.of(new SplittableRandom(1));
        var all = new ArrayList<ResultFile.Row>();
        for (int i = 1; i <= rows; i++) {
            all.add(
                    new ResultFile.Row(
                            new ResultFile.Entrant(null, "Rider " + i, "Given", null, null),
                            "Team " + i % 25,
                            new Placing(
                                    i,
                                    false,
                                    null,
                                    i == 1 ? new Time(race.seconds() * 100) : null,
                                    i == 1 ? null : new Gap(0),
                                    i > 1,
                                    Placing.Status.FINISHED,
                                    null,
                                    "",
                                    i)));
        }
        return new ResultFile(race.file().head(), all);
    }

    private static List<Inline> inlines(Flash flash) {
        return Stream.concat(
                        Stream.<TextBlock>of(flash.headline(), flash.standfirst()),
                        flash.body().texts().stream())
                .flatMap(block -> block.inlines().stream())
                .toList();
    }

    static String text(Flash flash) {
        return String.join(
                "\n\n", flash.headline().text(), flash.standfirst().text(), flash.body().text());
    }
}
