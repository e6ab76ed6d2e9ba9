package musette.wire;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import musette.racing.ResultFile;
import musette.racing.WinnersFile;
import org.jspecify.annotations.Nullable;

/// What the wire made of a file. No file, however broken, ends in an exception.
public sealed interface ParsedFile {
    /// The most bytes a file may have.
    int LARGEST = Formats.LARGEST;

    /// A result.
    ///
    /// @param winners the list of earlier winners the file named, when it lay beside it
    record ParsedResult(ResultFile file, @Nullable ParsedWinners winners, Reading reading)
            implements ParsedFile {}

    /// A list of a race's winners.
    record ParsedWinners(WinnersFile file, Reading reading) implements ParsedFile {}

    /// Nothing could be made of it; the sentence says why and what would help.
    record Unreadable(String sentence) implements ParsedFile {}

    /// Whether its columns or its race had to be guessed.
    default boolean isGuessed() {
        return switch (this) {
            case ParsedResult result -> result.reading().isGuessed();
            case ParsedWinners list -> list.reading().isGuessed();
            case Unreadable unreadable -> false;
        };
    }

    /// What it says it is, `2023 Tour of the Lakes, stage 2`; empty where nothing could be made of
    /// it.
    default String about() {
        return switch (this) {
            case ParsedResult result -> result.file().head().title();
            case ParsedWinners list -> "Winners of " + list.file().race();
            case Unreadable unreadable -> "";
        };
    }

    /// How the reading went.
    ///
    /// @param file the file's name, without a path
    /// @param rows how many rows were understood
    /// @param columns all columns found, in their order
    /// @param unknownColumns those that were not used
    /// @param quarantine the rows that were set aside
    /// @param remarks sentences on whatever else was not taken at its word
    /// @param isGuessed whether nobody has said what its columns are; a person has to look then
    record Reading(
            String file,
            int rows,
            List<String> columns,
            List<String> unknownColumns,
            List<Quarantined> quarantine,
            List<String> remarks,
            boolean isGuessed) {
        public Reading {
            columns = List.copyOf(columns);
            unknownColumns = List.copyOf(unknownColumns);
            quarantine = List.copyOf(quarantine);
            remarks = List.copyOf(remarks);
        }

        /// The same with more remarks.
        Reading with(List<String> more) {
            return new Reading(
                    file,
                    rows,
                    columns,
                    unknownColumns,
                    quarantine,
                    Stream.concat(remarks.stream(), more.stream()).toList(),
                    isGuessed);
        }
    }

    /// A row that was set aside.
    ///
    /// @param line its line in the file, the first being 1
    /// @param reason a sentence
    /// @param raw the line as it came
    record Quarantined(int line, String reason, String raw) {}

    /// Where a file's neighbours can be found by their plain names.
    interface Neighbours {
        Optional<InputStream> open(String name);
    }

    /// Reads a file; a list of earlier winners is looked for in the same folder.
    static ParsedFile of(Path file) {
        if (!Files.isRegularFile(file)) {
            return new Unreadable("There is no file '%s'.".formatted(file));
        }
        try (var bytes = Files.newInputStream(file)) {
            return of(
                    file.getFileName().toString(), bytes, name -> open(file.resolveSibling(name)));
        } catch (IOException e) {
            return new Unreadable("The file '%s' cannot be read.".formatted(file));
        }
    }

    /// Reads a file that came without neighbours, over the net or from a form.
    static ParsedFile of(String name, InputStream bytes) {
        return of(name, bytes, neighbour -> Optional.empty());
    }

    static ParsedFile of(String name, InputStream bytes, Neighbours neighbours) {
        try {
            return new FileReading(name, neighbours).read(bytes);
        } catch (ParseException e) {
            return new Unreadable(e.sentence());
        }
    }

    private static Optional<InputStream> open(Path neighbour) {
        try {
            return Files.isRegularFile(neighbour)
                    ? Optional.of(Files.newInputStream(neighbour))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
