package musette.ops;

import java.util.List;
import musette.racing.Results;
import musette.wire.Receipt;
import musette.wire.Understanding.Quarantined;
import musette.wire.Wire;
import org.springframework.stereotype.Component;

/// Hands a file to the wire and tells what became of it.
@Component
class ImportChore implements Chore {
    private static final int MOST_SHOWN = 20;

    private final Wire wire;

    ImportChore(Wire wire) {
        this.wire = wire;
    }

    @Override
    public String name() {
        return "import";
    }

    @Override
    public String run(Order order) {
        return switch (wire.receive(order.fileName(), order.content(), "command line")) {
            case Receipt.Declined declined -> throw new Refused(declined.sentence());
            case Receipt.Applied applied -> told(order.fileName(), applied);
        };
    }

    private static String told(String file, Receipt.Applied applied) {
        var text = new StringBuilder(file).append(": ").append(news(applied.outcome()));
        aside(applied.quarantine(), text);
        applied.reading().remarks().forEach(remark -> text.append("\n  ").append(remark));
        return text.toString();
    }

    private static String news(Results.Outcome outcome) {
        return switch (outcome) {
            case Results.Stored stored when stored.news() ->
                    "stored as revision %d.".formatted(stored.revision());
            case Results.Listed listed when listed.news() -> "the list of winners was stored.";
            default -> "nothing new; what it says is stored already.";
        };
    }

    private static void aside(List<Quarantined> rows, StringBuilder text) {
        if (rows.isEmpty()) {
            return;
        }
        text.append("\n%d set aside:".formatted(rows.size()));
        rows.stream()
                .limit(MOST_SHOWN)
                .forEach(row -> text.append("\n  line %d: %s".formatted(row.line(), row.reason())));
        if (rows.size() > MOST_SHOWN) {
            text.append("\n  and %d more".formatted(rows.size() - MOST_SHOWN));
        }
    }
}
