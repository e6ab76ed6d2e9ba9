package musette.ops;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import musette.ops.LocalOrRunningApp.Content;
import musette.wire.ParsedFile;
import picocli.CommandLine.ParseResult;

/// Brings files into the house at hand: single ones, all in a folder, or what comes over standard
/// input. A list of earlier winners that a result names goes first, so that its flash can count.
final class ImportCommand {
    private static final String STANDARD_INPUT = "-";

    private final LocalOrRunningApp house;
    private final List<String> words;
    private final List<String> options;
    private final List<Content> contents = new ArrayList<>();

    /// @param given files, folders, or `-`
    ImportCommand(Class<?> program, ParseResult given) {
        house = new LocalOrRunningApp(program, given);
        words = List.copyOf(given.matchedPositionalValue(0, List.<String>of()));
        options = given.hasMatchedOption(Commands.YES) ? List.of(Commands.YES) : List.of();
    }

    int run() {
        words.forEach(this::add);
        return house.run("import", options, contents);
    }

    private void add(String word) {
        if (word.equals(STANDARD_INPUT)) {
            contents.add(Content.standardInput());
            return;
        }
        var path = Path.of(word);
        if (Files.isDirectory(path)) {
            files(path).forEach(this::add);
        } else {
            add(path);
        }
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            var files =
                    all.filter(Files::isRegularFile)
                            .filter(file -> !String.valueOf(file.getFileName()).startsWith("."))
                            .sorted()
                            .toList();
            if (files.isEmpty()) {
                throw new CommandFailed("There are no files in %s.".formatted(folder));
            }
            return files;
        } catch (IOException e) {
            throw new CommandFailed("The folder %s can't be read.".formatted(folder));
        }
    }

    private void add(Path file) {
        if (ParsedFile.of(file) instanceof ParsedFile.ParsedResult result) {
            var winners = result.winners();
            if (winners != null) {
                addList(file.resolveSibling(winners.file().name()), result.file().head().slug());
            }
        }
        var content = Content.of(file);
        if (!contents.contains(content)) {
            contents.add(content);
        }
    }

    /// A list that would be filed under another race when it stands alone stays where it is.
    private void addList(Path list, String slug) {
        if (ParsedFile.of(list) instanceof ParsedFile.ParsedWinners winners
                && winners.file().slug().equals(slug)) {
            add(list);
        } else {
            System.err.printf(
                    "The list of winners was left out; a line '# race: …' or '# slug: %s' in %s"
                            + " would tell whose winners they are.%n",
                    slug, list.getFileName());
        }
    }
}
