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

    /// @param rider the row's rider
    /// @param name as printed
    /// @param before what was said, empty when nothing was
    /// @param after what is said, empty when nothing is
    public record Change(long rider, String name, Field field, String before, String after) {}

    /// What can differ about a row.
    public enum Field {
        /// The place, or why there is none; also for rows that come or go.
        PLACE,
        TIME,
        TEAM;

        /// As the database writes it.
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static ResultDiff between(Result before, Result after) {
        var changes = new ArrayList<Change>();
        var gone = byRider(before);
        for (var row : after.rows()) {
            compare(gone.remove(row.rider().id()), row, changes);
        }
        gone.values()
                .forEach(row ->
                        changes.add(
                                new Change(
                                        row.rider().id(),
                                        row.rider().display(),
                                        Field.PLACE,
                                        row.placing().mark(),
                                        "")));
        return new ResultDiff(changes);
    }

    private static Map<Long, ResultRow> byRider(Result result) {
        var rows = new LinkedHashMap<Long, ResultRow>();
        result.rows().forEach(row -> rows.put(row.rider().id(), row));
        return rows;
    }

    private static void compare(@Nullable ResultRow old, ResultRow row, List<Change> changes) {
        if (old == null) {
            add(row, Field.PLACE, "", row.placing().mark(), changes);
            return;
        }
        add(row, Field.PLACE, old.placing().mark(), row.placing().mark(), changes);
        add(row, Field.TIME, old.placing().clock(), row.placing().clock(), changes);
        add(row, Field.TEAM, team(old), team(row), changes);
    }

    private static void add(
            ResultRow row, Field field, String before, String after, List<Change> changes) {
        if (!before.equals(after)) {
            changes.add(new Change(row.rider().id(), row.rider().display(), field, before, after));
        }
    }

    private static String team(ResultRow row) {
        return row.team() == null ? "" : row.team().print();
    }
}
