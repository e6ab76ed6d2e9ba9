package musette.racing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What one revision of a result says differently from another, in the order of the later one.
public record ResultDiff(List<Change> changes) {
    public ResultDiff {
        changes = List.copyOf(changes);
    }

    /// @param competitor whom the row is about, as facts name it
    /// @param name the same in print
    /// @param before what was said, empty when nothing was
    /// @param after what is said, empty when nothing is
    public record Change(
            String competitor, String name, Field field, String before, String after) {}

    /// What can differ about a row.
    public enum Field {
        /// The place, or why there is none; also for rows that come or go.
        PLACE,
        TIME,
        TEAM,
        POINTS;

        /// As the database writes it.
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static ResultDiff between(Result before, Result after) {
        var changes = new ArrayList<Change>();
        var gone = byCompetitor(before);
        for (var row : after.rows()) {
            compare(gone.remove(row.competitor().key()), row, changes);
        }
        gone.values()
                .forEach(row ->
                        changes.add(
                                new Change(
                                        row.competitor().key(),
                                        row.name(),
                                        Field.PLACE,
                                        row.placing().mark(),
                                        "")));
        return new ResultDiff(changes);
    }

    private static Map<String, ResultRow> byCompetitor(Result result) {
        var rows = new LinkedHashMap<String, ResultRow>();
        result.rows().forEach(row -> rows.put(row.competitor().key(), row));
        return rows;
    }

    private static void compare(@Nullable ResultRow old, ResultRow row, List<Change> changes) {
        if (old == null) {
            add(row, Field.PLACE, "", row.placing().mark(), changes);
            return;
        }
        add(row, Field.PLACE, old.placing().mark(), row.placing().mark(), changes);
        add(row, Field.TIME, old.placing().clock(), row.placing().clock(), changes);
        add(row, Field.TEAM, old.teamName(), row.teamName(), changes);
        add(
                row,
                Field.POINTS,
                old.placing().pointsInPrint(),
                row.placing().pointsInPrint(),
                changes);
    }

    private static void add(
            ResultRow row, Field field, String before, String after, List<Change> changes) {
        if (!before.equals(after)) {
            changes.add(new Change(row.competitor().key(), row.name(), field, before, after));
        }
    }
}
