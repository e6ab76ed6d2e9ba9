package musette.wire;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import musette.store.Progress;
import musette.wire.Lines.Line;
import musette.wire.ParsedFile.Quarantined;
import org.jspecify.annotations.Nullable;

/// What is set aside while a file is read, and the count that stops a file without end.
final class Quarantine {
    static final int MOST_ROWS = 100_000;
    private static final int ROWS_BETWEEN_WORDS = 1_000;
    private static final int LONGEST_RAW = 300;
    private static final int MOST_REMARKS = 200;

    private final List<Quarantined> quarantine = new ArrayList<>();
    private final Set<String> remarks = new LinkedHashSet<>();
    private int rows;

    /// The next row; lines that start with `#` are the file's own remarks.
    Optional<Line> next(Lines lines, Columns columns) {
        for (var line = lines.next(); line.isPresent(); line = lines.next()) {
            if (!line.get().text().startsWith("#")) {
                rows++;
                if (rows % ROWS_BETWEEN_WORDS == 0) {
                    Progress.says("%,d rows read".formatted(rows));
                }
                if (rows > MOST_ROWS) {
                    throw new ParseException(
                            "The file has more than %,d rows, more than any race has riders; nothing was taken from it."
                                    .formatted(MOST_ROWS));
                }
                return line.map(first ->
                        columns.isOpen(first.text())
                                ? lines.joined(first, columns::mayFollow, columns::isWhole)
                                : first);
            }
        }
        return Optional.empty();
    }

    void layAside(Line line, ParseException why) {
        var raw = line.text();
        quarantine.add(
                new Quarantined(
                        line.number(),
                        why.sentence(),
                        raw.length() > LONGEST_RAW ? raw.substring(0, LONGEST_RAW) : raw));
    }

    /// A sentence is remarked once, however many lines call for it.
    void remark(String sentence) {
        if (remarks.size() < MOST_REMARKS) {
            remarks.add(sentence);
        }
    }

    /// A cell that neither the place nor the time needs: one that makes no sense is left out with a
    /// remark, and its row stays.
    <T> @Nullable T unlessUnclear(int line, Supplier<? extends @Nullable T> cell) {
        try {
            return cell.get();
        } catch (ParseException e) {
            remark("Line %d: %s It was left out, the row stays.".formatted(line, e.sentence()));
            return null;
        }
    }

    List<Quarantined> quarantine() {
        return quarantine;
    }

    List<String> remarks() {
        return List.copyOf(remarks);
    }
}
