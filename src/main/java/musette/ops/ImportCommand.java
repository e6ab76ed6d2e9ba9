package musette.ops;

import java.nio.file.Path;
import java.util.List;
import musette.wire.ParsedFile;

/// Brings files into the house at hand. A list of earlier winners that a result names goes first,
/// so that its flash can count.
final class ImportCommand {
    static final Command.Option YES =
            new Command.Option("--yes", "", "put them in at once, without a look");

    private final LocalOrRunningApp house;
    private final List<String> words;

    ImportCommand(Class<?> program, Arguments arguments) {
        house = new LocalOrRunningApp(program, arguments);
        words = arguments.has(YES.name()) ? List.of(YES.name()) : List.of();
    }

    int run(Path file) {
        if (ParsedFile.of(file) instanceof ParsedFile.ParsedResult result) {
            var winners = result.winners();
            if (winners != null) {
                bring(file.resolveSibling(winners.file().name()), result.file().head().slug());
            }
        }
        return house.run("import", words, file);
    }

    /// A list that would be filed under another race when it stands alone stays where it is.
    private void bring(Path list, String slug) {
        if (ParsedFile.of(list) instanceof ParsedFile.ParsedWinners winners
                && winners.file().slug().equals(slug)) {
            house.run("import", words, list);
        } else {
            System.err.printf(
                    "The list of winners was left out; a line '# race: …' or '# slug: %s' in %s"
                            + " would tell whose winners they are.%n",
                    slug, list.getFileName());
        }
    }
}
