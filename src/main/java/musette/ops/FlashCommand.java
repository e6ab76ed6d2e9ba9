package musette.ops;

import java.nio.file.Path;
import java.util.Optional;
import musette.flash.Flash;
import musette.racing.ResultFile;
import musette.text.Document.Block;
import musette.wire.ParsedFile;
import musette.wire.ParsedFile.ParsedResult;
import musette.wire.ParsedFile.ParsedWinners;
import musette.wire.ParsedFile.Reading;
import picocli.CommandLine.ParseResult;

/// Drafts a story from a file, with no server and no database: what was understood goes to the
/// error output, the story to the standard one.
final class FlashCommand {
    private FlashCommand() {}

    static int run(ParseResult given) {
        var result = result(Path.of(given.<String>matchedPositionalValue(0, "")));
        tell(result.reading());
        var winners = Optional.ofNullable(result.winners());
        winners.map(ParsedWinners::reading).ifPresent(FlashCommand::tell);
        Flash.withheld(result.file())
                .ifPresent(reason -> {
                    throw new CommandFailed(reason);
                });
        var flash = Flash.of(result.file(), winners.map(ParsedWinners::file));
        System.out.println(
                given.hasMatchedOption(Commands.JSON)
                        ? FlashJson.of(flash)
                        : text(flash, result.file()));
        return 0;
    }

    private static ParsedResult result(Path file) {
        return switch (ParsedFile.of(file)) {
            case ParsedResult result -> result;
            case ParsedFile.Unreadable unreadable -> throw new CommandFailed(unreadable.sentence());
            case ParsedWinners winners ->
                    throw new CommandFailed("This is a list of winners; a flash needs a result.");
        };
    }

    private static void tell(Reading reading) {
        System.err.printf(
                "%s: %d rows understood, %d set aside; columns %s.%n",
                reading.file(),
                reading.rows(),
                reading.quarantine().size(),
                String.join(", ", reading.columns()));
        if (!reading.unknownColumns().isEmpty()) {
            System.err.println("  not used: " + String.join(", ", reading.unknownColumns()));
        }
        reading.quarantine()
                .forEach(row -> System.err.printf("  line %d: %s%n", row.line(), row.reason()));
        reading.remarks().forEach(remark -> System.err.println("  " + remark));
    }

    private static String text(Flash flash, ResultFile file) {
        var text = new StringBuilder(flash.headline().text()).append("\n\n");
        if (!flash.standfirst().inlines().isEmpty()) {
            text.append(flash.standfirst().text()).append("\n\n");
        }
        for (Block block : flash.body().blocks()) {
            text.append(block.text()).append("\n\n");
        }
        text.append("More to follow.\n\n");
        return text.append(table(file)).append(credit(file)).toString();
    }

    private static String table(ResultFile file) {
        var table = new StringBuilder();
        for (var row : file.rows()) {
            var line =
                    "%4s  %-28s %-28s %9s"
                            .formatted(
                                    row.placing().mark(),
                                    row.name(),
                                    row.teamName(),
                                    row.placing().clock());
            table.append(line.stripTrailing()).append('\n');
        }
        return table.toString();
    }

    private static String credit(ResultFile file) {
        var credit = file.head().credit();
        return credit == null ? "" : "Results: " + credit.provider();
    }
}
