package musette.wire;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import musette.racing.Result;
import musette.racing.ResultFile;
import musette.racing.Results;
import musette.wire.ParsedFile.ParsedResult;
import musette.wire.ParsedFile.ParsedWinners;
import musette.wire.ParsedFile.Quarantined;
import musette.wire.ParsedFile.Reading;
import musette.wire.ParsedFile.Unreadable;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/// Where results come in. A file is kept, read, looked at by a person and then put in; whoever is
/// trusted skips the looking. Putting in applies the file to the facts and logs it in one
/// transaction; the news of it (`ResultChanged`) spreads after that.
@Component
public class Wire {
    private final TransactionTemplate transaction;

    /// Beside the caller's transaction: what is tried in it is rolled back.
    private final TransactionTemplate apart;

    private final Results results;
    private final ArrivalLog log;

    public Wire(JdbcClient sql, TransactionTemplate transaction, Clock clock, Results results) {
        this.transaction = transaction;
        apart =
                new TransactionTemplate(
                        Objects.requireNonNull(transaction.getTransactionManager()));
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.results = results;
        this.log = new ArrivalLog(sql, clock);
    }

    /// One result of what somebody brings, as it was read.
    ///
    /// @param name the file's, with its number where there are several
    /// @param content made when it is asked for
    public record Brought(String name, Supplier<byte[]> content, ParsedFile parsed) {
        private static Brought of(String name, byte[] content) {
            return of(name, () -> content);
        }

        private static Brought of(String name, Supplier<byte[]> content) {
            return new Brought(name, content, understand(name, content.get()));
        }
    }

    /// What a file holds: one thing, or each of the results that it shows.
    public static List<Brought> open(String name, InputStream bytes) {
        var results = Formats.results(read(bytes));
        return results.size() == 1
                ? List.of(Brought.of(name, results.getFirst()))
                : IntStream.range(0, results.size())
                        .mapToObj(each ->
                                Brought.of(
                                        "%s (%d of %d)".formatted(name, each + 1, results.size()),
                                        () -> results.get(each)))
                        .toList();
    }

    /// Takes in a file from somebody trusted and puts it in at once. One whose columns or race had
    /// to be guessed waits for a person all the same.
    public ImportReceipt receive(String name, InputStream bytes, String who) {
        return receive(Brought.of(name, read(bytes)), who);
    }

    private ImportReceipt receive(Brought file, String who) {
        if (file.parsed().isGuessed()) {
            return present(file, who);
        }
        return transaction.execute(status ->
                switch (put(file.parsed(), who, results::store)) {
                    case NotPut notPut -> declined(file, notPut.sentence(), who);
                    case Put put -> {
                        var arrival = log.waiting(file, who);
                        log.applied(arrival, put.outcome(), put.aside(), "");
                        yield new ImportReceipt.Applied(
                                arrival, put.outcome(), put.reading(), put.aside());
                    }
                });
    }

    /// Puts in what has come so far of a result that comes row by row, under one arrival however
    /// often it grows. What somebody has taken back at the desk does not come back.
    ///
    /// @param arrival that of the time before; empty for the first time
    public ImportReceipt grow(OptionalLong arrival, String name, byte[] content, String who) {
        var before = arrival.stream().boxed().flatMap(id -> log.find(id).stream()).findFirst();
        if (before.filter(it -> it.state() == Arrival.State.UNDONE).isPresent()) {
            return new ImportReceipt.Declined(
                    arrival.getAsLong(),
                    "%s has taken this result back at the desk. Send the whole file."
                            .formatted(before.get().decidedBy()));
        }
        var file = Brought.of(name, content);
        return transaction.execute(status ->
                switch (put(file.parsed(), who, results::storeGrown)) {
                    case NotPut notPut when arrival.isEmpty() ->
                            declined(file, notPut.sentence(), who);
                    case NotPut notPut ->
                            new ImportReceipt.Declined(arrival.getAsLong(), notPut.sentence());
                    case Put put -> grown(arrival, file, who, put);
                });
    }

    private ImportReceipt grown(OptionalLong arrival, Brought file, String who, Put put) {
        long id = arrival.orElseGet(() -> log.waiting(file, who));
        if (arrival.isPresent() && put.outcome().isNews()) {
            log.replace(id, file.content().get());
        }
        if (arrival.isEmpty() || put.outcome().isNews()) {
            log.applied(id, put.outcome(), put.aside(), "");
        }
        return new ImportReceipt.Applied(id, put.outcome(), put.reading(), put.aside());
    }

    /// Takes in whatever a person or a folder brings. A page that shows several results is an
    /// arrival for each of them; all are kept, or none.
    ///
    /// @param atOnce whether it comes from somebody trusted (`receive`) or is to wait (`present`)
    public List<ImportReceipt> takeIn(String name, InputStream bytes, String who, boolean atOnce) {
        return takeIn(open(name, bytes), who, atOnce);
    }

    /// The same with what was opened already, answered in its order. What waits is tried first, on
    /// a connection of its own: it would wait for ever for the turn of a result put in before it.
    public List<ImportReceipt> takeIn(List<Brought> files, String who, boolean atOnce) {
        Predicate<Brought> waits = file -> !atOnce || file.parsed().isGuessed();
        return transaction.execute(status -> {
            var receipts = new IdentityHashMap<Brought, ImportReceipt>();
            files.stream().filter(waits).forEach(file -> receipts.put(file, present(file, who)));
            return files.stream()
                    .map(file -> receipts.computeIfAbsent(file, one -> receive(one, who)))
                    .toList();
        });
    }

    /// Keeps a file until a person has looked at it; nothing else changes. One that says nothing
    /// new waits for nobody, and one that is brought again while it waits does not wait twice.
    public ImportReceipt present(String name, InputStream bytes, String who) {
        return present(Brought.of(name, read(bytes)), who);
    }

    private ImportReceipt present(Brought file, String who) {
        if (file.parsed() instanceof Unreadable unreadable) {
            return declined(file, unreadable.sentence(), who);
        }
        var entry = log.waitingOnce(file, who);
        long arrival = entry.arrival();
        if (entry.isNew() && isRepeat(file.parsed())) {
            log.decide(arrival, Arrival.State.WAITING, Arrival.State.REPEAT, who);
            return new ImportReceipt.Repeat(arrival);
        }
        return new ImportReceipt.Waiting(arrival);
    }

    private boolean isRepeat(ParsedFile parsed) {
        if (parsed instanceof ParsedResult result && !results.has(result.file().head())) {
            return false; // All of it is new; that need not be tried.
        }
        return switch (Objects.requireNonNull(apart.execute(status -> tried(status, parsed)))) {
            case Preview.OfResult result ->
                    !result.news() && result.objection().isEmpty() && result.aside().isEmpty();
            case Preview.OfList list -> !list.news() && list.aside().isEmpty();
            case Preview.Refused refused -> false;
        };
    }

    /// What putting the arrival in would do; empty when there is no such arrival.
    public Optional<Preview> preview(long arrival) {
        return log.find(arrival)
                .map(found -> understand(found.file(), log.content(arrival)))
                .map(parsed -> transaction.execute(status -> tried(status, parsed)));
    }

    private Preview tried(TransactionStatus status, ParsedFile parsed) {
        status.setRollbackOnly();
        return preview(parsed, "");
    }

    /// Puts a waiting arrival in. Twice is once: what no longer waits stays as it is.
    ///
    /// @param reason why it may replace a result that is surer; without one, it goes on waiting
    ///   then
    public void apply(long arrival, String who, String reason) {
        transaction.executeWithoutResult(status -> {
            if (!log.decide(arrival, Arrival.State.WAITING, Arrival.State.APPLIED, who)) {
                return;
            }
            var file = log.find(arrival).orElseThrow().file();
            var parsed = understand(file, log.content(arrival));
            var attempt = put(parsed, who, results::store);
            var isOverSurer =
                    attempt instanceof NotPut refused && refused.isLessSure() && !reason.isBlank();
            switch (isOverSurer ? put(parsed, who, results::storeOverSurer) : attempt) {
                case Put put ->
                        log.applied(
                                arrival,
                                put.outcome(),
                                put.aside(),
                                isOverSurer ? reason.strip() : "");
                case NotPut notPut when notPut.isLessSure() -> status.setRollbackOnly();
                case NotPut notPut -> log.declined(arrival, notPut.sentence());
            }
        });
    }

    /// Reads a file again with one line of it typed anew. The new file waits; the old one is
    /// discarded if it waited and the person may decide that, and stays in the log. A line typed as
    /// it was changes nothing.
    ///
    /// @param line the first of a file is 1
    /// @param mayDecide whether the person may discard what waits
    /// @return the new arrival; declined, and nothing else changed, when no file can be made of it;
    ///   empty when there is no such line
    public Optional<ImportReceipt> mend(
            long arrival, int line, String text, String who, boolean mayDecide) {
        var lines = new ArrayList<>(lines(arrival));
        if (line < 1 || line > lines.size()) {
            return Optional.empty();
        }
        lines.set(line - 1, text.replaceAll("[\\p{Cntrl}&&[^\t]]+", " ").strip());
        var content = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        return Optional.ofNullable(
                transaction.execute(status -> {
                    var file = log.find(arrival).orElseThrow().file();
                    var receipt = present(Brought.of(file, content), who);
                    var isAnother = receipt.arrival() != arrival;
                    if (mayDecide && isAnother && !(receipt instanceof ImportReceipt.Declined)) {
                        log.decide(arrival, Arrival.State.WAITING, Arrival.State.DISCARDED, who);
                    }
                    return receipt;
                }));
    }

    /// The lines of the file in our own form; none where no file was kept, or none can be read.
    public List<String> lines(long arrival) {
        try {
            return log.file(arrival)
                    .map(file -> Formats.text(file).text())
                    .map(text -> List.of(text.split("\r\n|\r|\n", -1)))
                    .orElseGet(List::of);
        } catch (ParseException e) {
            return List.of();
        }
    }

    /// Throws a waiting arrival away; the file stays in the log.
    public void discard(long arrival, String who) {
        log.decide(arrival, Arrival.State.WAITING, Arrival.State.DISCARDED, who);
    }

    /// Takes back what an arrival put in, and answers whether that was possible: only the version
    /// of a result that counts can be taken back, and a list of winners can't.
    public boolean undo(long arrival, String who) {
        return transaction.execute(status -> {
            var found = log.find(arrival).filter(a -> a.state() == Arrival.State.APPLIED);
            return found.isPresent()
                    && found.get().result().isPresent()
                    && results.takeBack(
                            found.get().result().getAsLong(), found.get().revision().getAsInt())
                    && log.decide(arrival, Arrival.State.APPLIED, Arrival.State.UNDONE, who);
        });
    }

    /// One arrival.
    public Optional<Arrival> arrival(long id) {
        return log.find(id);
    }

    /// Arrivals that wait, the oldest first, then the others, the newest first.
    public List<Arrival> latest(int most) {
        return log.latest(most);
    }

    /// The rows of an arrival that were set aside, by line.
    public List<Quarantined> quarantine(long arrival) {
        return log.quarantine(arrival);
    }

    private ImportReceipt declined(Brought file, String sentence, String who) {
        var arrival = log.waiting(file, who);
        log.declined(arrival, sentence);
        return new ImportReceipt.Declined(arrival, sentence);
    }

    private sealed interface Attempt {}

    private record Put(Results.Outcome outcome, Reading reading, List<Quarantined> aside)
            implements Attempt {}

    /// @param isLessSure whether a person may put it in all the same
    private record NotPut(String sentence, boolean isLessSure) implements Attempt {}

    /// How a result is stored, with the name of who brings it.
    private interface Storing {
        Results.Outcome store(ResultFile file, String who);
    }

    private Attempt put(ParsedFile parsed, String who, Storing storing) {
        return switch (parsed) {
            case Unreadable unreadable -> new NotPut(unreadable.sentence(), false);
            case ParsedWinners list -> attempt(results.store(list.file(), who), list.reading());
            case ParsedResult result ->
                    attempt(storing.store(result.file(), who), result.reading());
        };
    }

    private static Attempt attempt(Results.Outcome outcome, Reading reading) {
        return switch (outcome) {
            case Results.Refused refused -> new NotPut(refused.sentence(), refused.isLessSure());
            case Results.Stored stored ->
                    new Put(
                            stored,
                            reading.with(remarks(stored.unmatched())),
                            aside(reading, stored.leftOut()));
            case Results.Listed listed ->
                    new Put(listed, reading, aside(reading, listed.leftOut()));
        };
    }

    private static List<String> remarks(List<Results.RowRemark> unmatched) {
        return unmatched.stream()
                .map(row ->
                        "Line %d stands under its name alone. %s"
                                .formatted(row.line(), row.reason()))
                .toList();
    }

    private static List<Quarantined> aside(Reading reading, List<Results.RowRemark> leftOut) {
        var aside = new ArrayList<>(reading.quarantine());
        leftOut.forEach(row -> aside.add(new Quarantined(row.line(), row.reason(), "")));
        return aside;
    }

    private Preview preview(ParsedFile parsed, String objection) {
        Storing storing = objection.isEmpty() ? results::store : results::storeOverSurer;
        return switch (put(parsed, "preview", storing)) {
            case NotPut notPut when notPut.isLessSure() -> preview(parsed, notPut.sentence());
            case NotPut notPut -> new Preview.Refused(notPut.sentence());
            case Put put ->
                    switch (put.outcome()) {
                        case Results.Stored stored ->
                                new Preview.OfResult(
                                        before(stored),
                                        results.byId(stored.result()).orElseThrow(),
                                        stored.news(),
                                        put.reading(),
                                        put.aside(),
                                        objection);
                        case Results.Listed listed ->
                                new Preview.OfList(listed.news(), put.reading(), put.aside());
                        case Results.Refused refused -> new Preview.Refused(refused.sentence());
                    };
        };
    }

    private @Nullable Result before(Results.Stored stored) {
        return stored.before() == 0
                ? null
                : results.revision(stored.result(), stored.before()).orElseThrow();
    }

    private static ParsedFile understand(String name, byte[] content) {
        return ParsedFile.of(name, new ByteArrayInputStream(content));
    }

    private static byte[] read(InputStream bytes) {
        try {
            return bytes.readNBytes(Formats.LARGEST + 1);
        } catch (IOException e) {
            throw new UncheckedIOException("The file was cut off.", e);
        }
    }
}
