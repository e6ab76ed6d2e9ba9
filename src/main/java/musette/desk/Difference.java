package musette.desk;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import musette.stories.Manuscript;

/// What one version of a story says otherwise than another, word by word.
record Difference(List<Line> lines) {
    /// A word, a run of blanks, or any other sign.
    private static final Pattern PIECE =
            Pattern.compile("[\\p{L}\\p{M}\\p{N}]+(?:[.,:'’-][\\p{L}\\p{M}\\p{N}]+)*|\\s+|.");

    /// Lines longer than this are shown whole, once without and once with.
    private static final int MOST_PIECES = 3_000;

    Difference {
        lines = List.copyOf(lines);
    }

    record Line(List<Run> runs) {
        Line {
            runs = List.copyOf(runs);
        }
    }

    record Run(String words, Change change) {}

    enum Change {
        SAME,
        ADDED,
        REMOVED
    }

    static Difference none() {
        return new Difference(List.of());
    }

    boolean isEmpty() {
        return lines.stream()
                .flatMap(line -> line.runs().stream())
                .allMatch(run -> run.change() == Change.SAME);
    }

    static Difference between(Manuscript.Revision before, Manuscript.Revision after) {
        return between(before.lines(), after.lines());
    }

    static Difference between(List<String> before, List<String> after) {
        var lines = new ArrayList<Line>();
        for (var delta : DiffUtils.diff(before, after, true).getDeltas()) {
            var old = delta.getSource().getLines();
            var fresh = delta.getTarget().getLines();
            if (delta.getType() == DeltaType.EQUAL) {
                fresh.forEach(line -> lines.add(whole(line, Change.SAME)));
                continue;
            }
            int both = Math.min(old.size(), fresh.size());
            for (int i = 0; i < both; i++) {
                lines.add(new Line(runs(pieces(old.get(i)), pieces(fresh.get(i)))));
            }
            old.stream().skip(both).forEach(line -> lines.add(whole(line, Change.REMOVED)));
            fresh.stream().skip(both).forEach(line -> lines.add(whole(line, Change.ADDED)));
        }
        return new Difference(lines.stream().filter(line -> !line.runs().isEmpty()).toList());
    }

    private static Line whole(String words, Change change) {
        return new Line(words.isEmpty() ? List.of() : List.of(new Run(words, change)));
    }

    private static List<String> pieces(String line) {
        return PIECE.matcher(line).results().map(MatchResult::group).toList();
    }

    private static List<Run> runs(List<String> before, List<String> after) {
        var runs = new ArrayList<Run>();
        if (before.size() + after.size() > MOST_PIECES) {
            add(runs, before, Change.REMOVED);
            add(runs, after, Change.ADDED);
            return runs;
        }
        for (AbstractDelta<String> delta : DiffUtils.diff(before, after, true).getDeltas()) {
            if (delta.getType() == DeltaType.EQUAL) {
                add(runs, delta.getTarget().getLines(), Change.SAME);
            } else {
                add(runs, delta.getSource().getLines(), Change.REMOVED);
                add(runs, delta.getTarget().getLines(), Change.ADDED);
            }
        }
        return runs;
    }

    private static void add(List<Run> runs, List<String> pieces, Change change) {
        if (!pieces.isEmpty()) {
            runs.add(new Run(String.join("", pieces), change));
        }
    }
}
