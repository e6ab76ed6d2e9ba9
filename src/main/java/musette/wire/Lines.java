package musette.wire;

import java.io.IOException;
import java.io.LineNumberReader;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Predicate;

/// The lines of a text, one at a time. Signs that no text has end in `ParseException`.
final class Lines {
    private static final int LONGEST_LINE = 4_000;
    private static final int MOST_BREAKS = 4;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final LineNumberReader text;
    private final Deque<Line> putBack = new ArrayDeque<>();

    Lines(String text) {
        this.text = new LineNumberReader(new StringReader(text));
        this.text.setLineNumber(1);
    }

    /// @param number the first line of a file is 1
    record Line(int number, String text) {}

    /// Makes the line the next one again.
    void putBack(Line line) {
        putBack.push(line);
    }

    /// The line together with those behind it, until they are whole. Spreadsheets break a line
    /// inside a cell; a blank takes the place of the break. Where nothing whole comes of it, each
    /// line stays by itself: a mark that nobody closes spoils its own line only.
    ///
    /// @param mayFollow whether a line can be a part of the one above at all
    Line joined(Line first, Predicate<String> mayFollow, Predicate<String> isWhole) {
        var taken = new ArrayDeque<Line>();
        var text = new StringBuilder(first.text());
        while (taken.size() < MOST_BREAKS) {
            var more = next();
            if (more.isEmpty()) {
                break;
            }
            taken.push(more.get());
            if (!mayFollow.test(more.get().text())) {
                break;
            }
            text.append(' ').append(more.get().text());
            if (isWhole.test(text.toString())) {
                return new Line(first.number(), text.toString());
            }
        }
        taken.forEach(this::putBack);
        return first;
    }

    /// The next line that is not blank.
    Optional<Line> next() {
        if (!putBack.isEmpty()) {
            return Optional.of(putBack.pop());
        }
        try {
            for (var line = line(); line.isPresent(); line = line()) {
                if (!line.get().text().isBlank()) {
                    return line;
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new ParseException(
                    "The file could not be read past line %d.".formatted(text.getLineNumber()));
        }
    }

    /// The reader turns each kind of line end into one `\n` and counts it.
    private Optional<Line> line() throws IOException {
        int number = text.getLineNumber();
        int c = text.read();
        if (c == -1) {
            return Optional.empty();
        }
        if (number == 1 && c == BYTE_ORDER_MARK) {
            c = text.read();
        }
        var line = new StringBuilder();
        for (; c != -1 && c != '\n'; c = text.read()) {
            check((char) c, line.length(), number);
            line.append((char) c);
        }
        return Optional.of(new Line(number, line.toString()));
    }

    private static void check(char c, int length, int number) {
        if (Character.isISOControl(c) && c != '\t') {
            throw new ParseException(
                    "Line %d holds signs that no text has; this is not a CSV file."
                            .formatted(number));
        }
        if (length == LONGEST_LINE) {
            throw new ParseException(
                    "Line %d is longer than 4000 letters; this is not a results file."
                            .formatted(number));
        }
    }
}
