package musette.wire;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import musette.racing.ResultFile;
import musette.racing.WinnersFile;
import musette.wire.Lines.Line;
import musette.wire.ParsedFile.Neighbours;
import musette.wire.ParsedFile.ParsedResult;
import musette.wire.ParsedFile.ParsedWinners;
import musette.wire.ParsedFile.Reading;
import org.jspecify.annotations.Nullable;

/// Reads one file from its first line to its last: head lines, header, rows. The header tells
/// whether it is a result or a list of winners.
final class FileReading {
    private static final Pattern PLAIN_NAME =
            Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}._ -]{0,120}");
    private static final Set<String> KNOWN_COLUMNS = both(ResultRows.COLUMNS, WinnerRows.COLUMNS);
    private static final Set<String> KNOWN_KEYS = both(ResultMetadata.KEYS, WinnerRows.KEYS);

    private final String file;
    private final Neighbours neighbours;
    private final Quarantine quarantine = new Quarantine();
    private final FileMetadata head = new FileMetadata(KNOWN_KEYS);
    private boolean isGuessed;

    FileReading(String file, Neighbours neighbours) {
        this.file = file;
        this.neighbours = neighbours;
    }

    ParsedFile read(InputStream bytes) {
        var lines = lines(bytes);
        var columns = header(lines);
        if (ColumnNames.areOfStarters(columns.names()) && head.value("classification").isEmpty()) {
            head.add("# classification: start-list");
            isGuessed = true;
            quarantine.remark("There are numbers and no places: it was taken for a start list.");
        }
        return columns.has("year") && !columns.has("place")
                ? winners(lines, columns, null)
                : result(lines, columns);
    }

    private Lines lines(InputStream bytes) {
        var text = Formats.text(bytes);
        text.remarks().forEach(quarantine::remark);
        isGuessed = text.isGuessed();
        return new Lines(text.text());
    }

    private Columns header(Lines lines) {
        for (var line = lines.next(); line.isPresent(); line = lines.next()) {
            if (!line.get().text().startsWith("#")) {
                var first = line.get();
                return header(
                        lines,
                        isClosed(first.text())
                                ? first
                                : lines.joined(first, any -> true, FileReading::isClosed));
            }
            head.add(line.get().text());
        }
        throw new ParseException(
                "The file is empty: it has no header such as 'place,family,given,team,gap'.");
    }

    /// Whether every quotation mark has another one.
    private static boolean isClosed(String text) {
        return text.chars().filter(sign -> sign == '"').count() % 2 == 0;
    }

    private Columns header(Lines lines, Line line) {
        var columns = Columns.of(line.text(), KNOWN_COLUMNS);
        if (!columns.places().isEmpty()) {
            return columns;
        }
        var guessed = Columns.guess(line.text());
        if (guessed.isEmpty()) {
            return columns;
        }
        lines.putBack(line);
        isGuessed = true;
        quarantine.remark(
                "The table has no names over its columns; they were taken for: %s."
                        .formatted(
                                guessed.get().names().stream()
                                        .map(name -> name.isEmpty() ? "not used" : name)
                                        .collect(Collectors.joining(", "))));
        return guessed.get();
    }

    private ParsedResult result(Lines lines, Columns columns) {
        var about = ResultMetadata.read(file, head);
        var names =
                new RiderNames(
                        head.oneOf(RiderNames.KEY, RiderNames.ORDERS).orElse(null), quarantine);
        var rows = new ResultRows(about, columns, names, quarantine).read(lines);
        refuseNothing(rows);
        var earlier = head.value(ResultMetadata.EARLIER_WINNERS);
        var winners = earlier.flatMap(name -> neighbour(name, about)).orElse(null);
        return new ParsedResult(
                new ResultFile(about, rows, quarantine.quarantine().size()),
                winners,
                reading(columns, rows.size()));
    }

    private ParsedWinners winners(Lines lines, Columns columns, ResultFile.@Nullable Head about) {
        columns.mustHave(WinnerRows.REQUIRED);
        var race =
                head.value("race")
                        .or(() -> Optional.ofNullable(about).map(ResultFile.Head::race))
                        .orElseThrow(() ->
                                new ParseException(
                                        "The list does not say whose winners these are; add a first"
                                                + " line such as '# race: Paris-Roubaix'."));
        var slug = slug(race, about);
        var rows = new WinnerRows(columns, quarantine).read(lines);
        refuseNothing(rows);
        var listed =
                new WinnersFile(
                        file,
                        slug,
                        race,
                        head.year("complete-since").orElse(null),
                        head.year("first-held").orElse(null),
                        rows);
        return new ParsedWinners(listed, reading(columns, rows.size()));
    }

    /// The list's own slug, or that of the result beside it when both name one race.
    private String slug(String race, ResultFile.@Nullable Head about) {
        return about != null && race.equals(about.race()) && head.value("slug").isEmpty()
                ? about.slug()
                : ResultMetadata.slug(head, race);
    }

    /// The list of earlier winners beside a result; whatever is wrong with it is only a remark.
    private Optional<ParsedWinners> neighbour(String name, ResultFile.Head about) {
        if (!PLAIN_NAME.matcher(name).matches()) {
            quarantine.remark(
                    "'%s' is not the plain name of a file beside this one.".formatted(name));
            return Optional.empty();
        }
        try (var bytes = neighbours.open(name).orElse(null)) {
            if (bytes == null) {
                quarantine.remark(
                        "The list of earlier winners, %s, did not come with this file."
                                .formatted(name));
                return Optional.empty();
            }
            return Optional.of(new FileReading(name, none -> Optional.empty()).list(bytes, about));
        } catch (ParseException e) {
            quarantine.remark("The list of earlier winners, %s: %s".formatted(name, e.sentence()));
        } catch (IOException e) {
            quarantine.remark("The list of earlier winners, %s, cannot be read.".formatted(name));
        }
        return Optional.empty();
    }

    private ParsedWinners list(InputStream bytes, ResultFile.Head about) {
        var lines = lines(bytes);
        var winners = winners(lines, header(lines), about);
        if (!winners.file().slug().equals(about.slug())) {
            throw new ParseException("It is of another race, %s.".formatted(winners.file().race()));
        }
        return winners;
    }

    private void refuseNothing(List<?> rows) {
        if (!rows.isEmpty()) {
            return;
        }
        var first = quarantine.quarantine().stream().findFirst();
        throw new ParseException(
                first.map(row ->
                                "No row could be understood. Line %d: %s"
                                        .formatted(row.line(), row.reason()))
                        .orElse("The file ends after its header: there are no rows."));
    }

    private Reading reading(Columns columns, int rows) {
        var remarks = new ArrayList<>(head.remarks());
        remarks.addAll(quarantine.remarks());
        return new Reading(
                file,
                rows,
                columns.names(),
                columns.unknown(),
                quarantine.quarantine(),
                remarks,
                isGuessed);
    }

    private static Set<String> both(Set<String> some, Set<String> more) {
        var all = new HashSet<>(some);
        all.addAll(more);
        return Set.copyOf(all);
    }
}
