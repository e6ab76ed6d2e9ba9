package musette.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import musette.wire.Lines.Line;
import musette.wire.Understanding.Quarantined;

/// What is set aside while a file is read, and the count that stops a file without end.
final class Tray {
    static final int MOST_ROWS = 20_000;
    private static final int LONGEST_RAW = 300;

    private final List<Quarantined> quarantine = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private final AtomicInteger rows = new AtomicInteger();

    /// The next row; lines that start with `#` are the file's own remarks.
    Optional<Line> next(Lines lines) {
        for (var line = lines.next(); line.isPresent(); line = lines.next()) {
            if (!line.get().text().startsWith("#")) {
                if (rows.incrementAndGet() > MOST_ROWS) {
                    throw new Unclear(
                            "The file has more than %,d rows, more than any race has riders; nothing was taken from it."
                                    .formatted(MOST_ROWS));
                }
                return line;
            }
        }
        return Optional.empty();
    }

    void layAside(Line line, Unclear why) {
        var raw = line.text();
        quarantine.add(
                new Quarantined(
                        line.number(),
                        why.sentence(),
                        raw.length() > LONGEST_RAW ? raw.substring(0, LONGEST_RAW) : raw));
    }

    void remark(String sentence) {
        remarks.add(sentence);
    }

    List<Quarantined> quarantine() {
        return quarantine;
    }

    List<String> remarks() {
        return remarks;
    }
}
