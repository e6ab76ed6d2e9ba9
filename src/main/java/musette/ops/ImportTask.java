package musette.ops;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import musette.flash.Flash;
import musette.flash.Flashes;
import musette.racing.ResultDiff;
import musette.racing.Results;
import musette.site.Address;
import musette.wire.ImportReceipt;
import musette.wire.ParsedFile.Quarantined;
import musette.wire.ParsedFile.Reading;
import musette.wire.Preview;
import musette.wire.Wire;
import org.springframework.stereotype.Component;

/// Hands a file to the wire and tells what became of it.
@Component
class ImportTask implements OperatorTask {
    private static final String NOTHING_NEW = "nothing new; what it says is stored already.";
    private static final int MOST_SHOWN = 20;
    private static final String WHO = "command line";

    private final Wire wire;
    private final Results results;
    private final Flashes flashes;
    private final Address address;

    ImportTask(Wire wire, Results results, Flashes flashes, Address address) {
        this.wire = wire;
        this.results = results;
        this.flashes = flashes;
        this.address = address;
    }

    @Override
    public String name() {
        return "import";
    }

    @Override
    public String run(Order order) {
        var atOnce = order.words().contains(Commands.YES);
        var receipts = wire.takeIn(order.fileName(), order.content(), WHO, atOnce);
        ImportReceipt.refusal(receipts)
                .ifPresent(sentence -> {
                    throw new CommandFailed(sentence);
                });
        return receipts.stream()
                .map(receipt -> told(order, receipt))
                .collect(Collectors.joining("\n"));
    }

    private String told(Order order, ImportReceipt receipt) {
        return switch (receipt) {
            case ImportReceipt.Declined declined -> order.fileName() + ": " + declined.sentence();
            case ImportReceipt.Waiting waiting -> waiting(order.fileName(), waiting.arrival());
            case ImportReceipt.Repeat repeat -> order.fileName() + ": " + NOTHING_NEW;
            case ImportReceipt.Applied applied ->
                    told(
                            order.fileName() + ": " + news(applied.outcome()),
                            applied.quarantine(),
                            applied.reading());
        };
    }

    private String waiting(String file, long arrival) {
        return switch (wire.preview(arrival).orElseThrow()) {
            case Preview.Refused refused -> throw new CommandFailed(refused.sentence());
            case Preview.OfList list ->
                    told(file + ": a list of winners.", list.aside(), list.reading())
                            + waits(arrival, list.reading());
            case Preview.OfResult result ->
                    told(file + ": " + news(result), result.aside(), result.reading())
                            + Flash.withheld(result.after()).map("\n  "::concat).orElse("")
                            + (result.objection().isEmpty() ? "" : "\n  " + result.objection())
                            + changes(result.diff())
                            + waits(arrival, result.reading());
        };
    }

    private String waits(long arrival, Reading reading) {
        return "\nIt waits at %s; %s."
                .formatted(
                        address.of("/desk/results/" + arrival),
                        reading.isGuessed()
                                ? "somebody has to look at what was guessed"
                                : "with --yes it goes in at once");
    }

    private static String told(String first, List<Quarantined> aside, Reading reading) {
        var text = new StringBuilder(first);
        aside(aside, text);
        reading.remarks().forEach(remark -> text.append("\n  ").append(remark));
        return text.toString();
    }

    private String news(Results.Outcome outcome) {
        return switch (outcome) {
            case Results.Stored stored when stored.news() ->
                    "stored as revision %d%s."
                            .formatted(
                                    stored.revision(),
                                    results.byId(stored.result())
                                            .filter(flashes::mustBeAskedFor)
                                            .map(result ->
                                                    "; of some time ago, so it opened no story")
                                            .orElse(""));
            case Results.Listed listed when listed.news() -> "the list of winners was stored.";
            default -> NOTHING_NEW;
        };
    }

    private static String news(Preview.OfResult result) {
        if (!result.news()) {
            return NOTHING_NEW;
        }
        var before = result.before();
        var what =
                "%d %s, %s, %,d rows"
                        .formatted(
                                result.after().edition().year(),
                                result.after().edition().name(),
                                result.after().standing().word(),
                                result.after().rows().size());
        return before == null
                ? "%s; the first %s of this race."
                        .formatted(what, result.after().isStartList() ? "start list" : "result")
                : "%s; it would replace version %d.".formatted(what, before.revision());
    }

    private static String changes(ResultDiff diff) {
        var text = new StringBuilder();
        diff.changes().stream()
                .limit(MOST_SHOWN)
                .forEach(change ->
                        text.append(
                                "\n  %s, %s: %s → %s"
                                        .formatted(
                                                change.name(),
                                                change.field().name().toLowerCase(Locale.ROOT),
                                                orNothing(change.before()),
                                                orNothing(change.after()))));
        if (diff.changes().size() > MOST_SHOWN) {
            text.append("\n  and %,d more changes".formatted(diff.changes().size() - MOST_SHOWN));
        }
        return text.toString();
    }

    private static String orNothing(String words) {
        return words.isEmpty() ? "nothing" : words;
    }

    private static void aside(List<Quarantined> rows, StringBuilder text) {
        if (rows.isEmpty()) {
            return;
        }
        text.append("\n%,d set aside:".formatted(rows.size()));
        rows.stream()
                .limit(MOST_SHOWN)
                .forEach(row -> text.append("\n  line %d: %s".formatted(row.line(), row.reason())));
        if (rows.size() > MOST_SHOWN) {
            text.append("\n  and %,d more".formatted(rows.size() - MOST_SHOWN));
        }
    }
}
