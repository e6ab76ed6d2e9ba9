package musette.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// All results in a folder and those below it. A table that holds many of them is known by its
/// header and taken apart; every other file is one.
final class ResultFolder {
    private static final int DEEPEST = 4;
    private static final int LONGEST_HEADER = 4_000;

    private ResultFolder() {}

    static List<SentFile> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new Bench.Unfit("There is no folder %s.".formatted(folder));
        }
        try (var files = Files.walk(folder, DEEPEST)) {
            return files.filter(Files::isRegularFile).sorted().flatMap(ResultFolder::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<SentFile> of(Path file) {
        var folder = Optional.ofNullable(file.getParent()).orElse(Path.of("."));
        if (RacePages.areIn(folder)) {
            return file.endsWith(RacePages.ROWS) ? RacePages.in(folder).stream() : Stream.of();
        }
        var header = header(file);
        if (TourHistory.isOfFinals(header)) {
            return TourHistory.finals(file).stream();
        }
        return TourHistory.isOfStages(header)
                ? TourHistory.stages(file).stream()
                : Stream.of(SentFile.of(file));
    }

    private static String header(Path file) {
        try (var lines =
                new BufferedReader(
                        new InputStreamReader(
                                Files.newInputStream(file), StandardCharsets.ISO_8859_1))) {
            var start = new char[LONGEST_HEADER];
            int length = Math.max(0, lines.read(start));
            return new String(start, 0, length).lines().findFirst().orElse("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
