package musette.wire;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import musette.racing.Results;
import musette.wire.Understanding.Quarantined;
import musette.wire.Understanding.Reading;
import musette.wire.Understanding.UnderstoodResult;
import musette.wire.Understanding.UnderstoodWinners;
import musette.wire.Understanding.Unreadable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Where results come in. A file is read, applied to the facts and logged in one transaction; the
/// news of it (`ResultStored`) spreads after that.
@Component
public class Wire {
    private final TransactionTemplate transaction;
    private final Results results;
    private final ArrivalLog log;

    public Wire(JdbcClient sql, TransactionTemplate transaction, Clock clock, Results results) {
        this.transaction = transaction;
        this.results = results;
        this.log = new ArrivalLog(sql, clock);
    }

    /// Takes in a file on this machine, with the list of earlier winners it names.
    public Receipt receive(Path file, String who) {
        var name = file.getFileName();
        return receive(name == null ? "" : name.toString(), Understanding.of(file), who);
    }

    /// Takes in a file that came without neighbours.
    public Receipt receive(String name, InputStream bytes, String who) {
        return receive(name, Understanding.of(name, bytes), who);
    }

    /// The rows of an arrival that were set aside, by line.
    public List<Quarantined> quarantine(long arrival) {
        return log.quarantine(arrival);
    }

    private Receipt receive(String name, Understanding understanding, String who) {
        return transaction.execute(status ->
                switch (understanding) {
                    case Unreadable unreadable -> declined(name, unreadable.sentence(), who);
                    case UnderstoodWinners winners -> applied(winners, who);
                    case UnderstoodResult result -> applied(result, who);
                });
    }

    private Receipt applied(UnderstoodWinners winners, String who) {
        return logged(winners.reading(), results.store(winners.sheet(), who), who);
    }

    /// The list of winners follows its result, so that a refused result leaves nothing behind.
    private Receipt applied(UnderstoodResult result, String who) {
        var receipt = logged(result.reading(), results.store(result.sheet(), who), who);
        var winners = result.winners();
        if (winners != null && receipt instanceof Receipt.Applied) {
            applied(winners, who);
        }
        return receipt;
    }

    private Receipt logged(Reading reading, Results.Outcome outcome, String who) {
        var file = reading.file();
        return switch (outcome) {
            case Results.Refused refused -> declined(file, refused.sentence(), who);
            case Results.Stored stored ->
                    applied(log.stored(file, who, stored), outcome, reading, stored.leftOut());
            case Results.Listed listed ->
                    applied(log.listed(file, who, listed), outcome, reading, listed.leftOut());
        };
    }

    private Receipt applied(
            long arrival, Results.Outcome outcome, Reading reading, List<Results.LeftOut> leftOut) {
        var aside = new ArrayList<>(reading.quarantine());
        leftOut.forEach(row -> aside.add(new Quarantined(row.line(), row.reason(), "")));
        log.layAside(arrival, aside);
        return new Receipt.Applied(arrival, outcome, reading, aside);
    }

    private Receipt declined(String file, String sentence, String who) {
        return new Receipt.Declined(log.declined(file, who, sentence), sentence);
    }
}
