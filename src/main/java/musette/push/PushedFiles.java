package musette.push;

import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import musette.keys.Fingerprint;
import musette.wire.ImportReceipt;
import musette.wire.ParsedFile;
import musette.wire.ParsedFile.ParsedResult;
import musette.wire.ParsedFile.ParsedWinners;
import musette.wire.ParsedFile.Quarantined;
import musette.wire.ParsedFile.Reading;
import musette.wire.ParsedFile.Unreadable;
import musette.wire.Wire;
import musette.wire.Wire.Brought;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Whole files from programs. A request that is sent again under its key gets the answer of the
/// first and does nothing twice.
@Component
public class PushedFiles {
    private static final Duration KEPT = Duration.ofDays(2);
    private static final int LONGEST_KEY = 200;

    private static final String NOTE_PUSH =
            """
            INSERT INTO wire_push (sender_id, key, file_hash, came_at)
            VALUES (:sender, :key, :hash, :at)
            ON CONFLICT DO NOTHING
            """;
    private static final String NOTE_ANSWER =
            """
            UPDATE wire_push
            SET status = :status, answer = :answer
            WHERE sender_id = :sender AND key = :key
            """;
    private static final String EARLIER_PUSH =
            """
            SELECT file_hash, status, answer
            FROM wire_push
            WHERE sender_id = :sender AND key = :key
            """;
    private static final String FORGET_PUSHES =
            """
            DELETE FROM wire_push
            WHERE came_at < :before
            """;

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Wire wire;

    /// Looking at a file takes a second connection beside that of the request. Were many to take
    /// their first at once, none would be left for a second.
    private final Lock oneByOne = new ReentrantLock();

    public PushedFiles(JdbcClient sql, TransactionTemplate transaction, Clock clock, Wire wire) {
        this.sql = sql;
        this.transaction = transaction;
        this.clock = clock;
        this.wire = wire;
    }

    /// @param key names the request; null where the sender gives it none
    public PushReceipt take(Sender sender, @Nullable String key, String name, byte[] content) {
        if (key != null && (key.isBlank() || key.length() > LONGEST_KEY)) {
            return PushReceipt.problem(
                    400, "An Idempotency-Key has up to %d characters.".formatted(LONGEST_KEY));
        }
        oneByOne.lock();
        try {
            return key == null
                    ? taken(sender, name, content)
                    : transaction.execute(status -> takeOnce(sender, key, name, content));
        } finally {
            oneByOne.unlock();
        }
    }

    private PushReceipt takeOnce(Sender sender, String key, String name, byte[] content) {
        var hash = Fingerprint.of(content);
        if (!isFirst(sender, key, hash)) {
            return earlier(sender, key, hash);
        }
        var receipt = taken(sender, name, content);
        sql.sql(NOTE_ANSWER)
                .param("sender", sender.id())
                .param("key", key)
                .param("status", receipt.status())
                .param("answer", receipt.json())
                .update();
        return receipt;
    }

    /// Of two requests under one key at once, the second waits here until the first is through.
    private boolean isFirst(Sender sender, String key, byte[] hash) {
        return sql.sql(NOTE_PUSH)
                        .param("sender", sender.id())
                        .param("key", key)
                        .param("hash", hash)
                        .param("at", OffsetDateTime.now(clock))
                        .update()
                == 1;
    }

    private PushReceipt earlier(Sender sender, String key, byte[] hash) {
        return sql.sql(EARLIER_PUSH)
                .param("sender", sender.id())
                .param("key", key)
                .query((row, number) ->
                        MessageDigest.isEqual(row.getBytes("file_hash"), hash)
                                ? new PushReceipt(row.getInt("status"), row.getString("answer"))
                                : PushReceipt.problem(
                                        422,
                                        "This Idempotency-Key came with another file before."
                                                + " Nothing was taken."))
                .single();
    }

    private PushReceipt taken(Sender sender, String name, byte[] content) {
        var files = Wire.open(name, new ByteArrayInputStream(content));
        var others =
                files.stream()
                        .flatMap(file -> slug(file.parsed()).stream())
                        .filter(slug -> !sender.maySend(slug))
                        .findFirst();
        if (others.isPresent()) {
            return PushReceipt.problem(
                    403,
                    "This token is for the race %s; the file is of %s."
                            .formatted(sender.race(), others.get()));
        }
        var receipts = wire.takeIn(files, sender.name(), sender.goesLive());
        return ImportReceipt.refusal(receipts)
                .map(sentence -> PushReceipt.problem(422, sentence))
                .orElseGet(() -> answer(files, receipts));
    }

    /// Where several came, the status says that one waits, else that one counts, else that all was
    /// known.
    private static PushReceipt answer(List<Brought> files, List<ImportReceipt> receipts) {
        var answers = new ArrayList<Map<String, Object>>();
        int status = 0;
        for (int each = 0; each < files.size(); each++) {
            var file = files.get(each);
            var state = state(receipts.get(each));
            status = Math.max(status, state.status());
            answers.add(answer(state, receipts.get(each), file));
        }
        return PushReceipt.of(
                status, answers.size() == 1 ? answers.getFirst() : Map.of("results", answers));
    }

    private static Optional<String> slug(ParsedFile parsed) {
        return switch (parsed) {
            case ParsedResult result -> Optional.of(result.file().head().slug());
            case ParsedWinners list -> Optional.of(list.file().slug());
            case Unreadable unreadable -> Optional.empty();
        };
    }

    /// What became of a result.
    ///
    /// @param status as HTTP counts it; that of a refusal counts where nothing else came with it
    private record State(int status, String word) {}

    private static State state(ImportReceipt receipt) {
        return switch (receipt) {
            case ImportReceipt.Applied applied when applied.outcome().isNews() ->
                    new State(201, "applied");
            case ImportReceipt.Applied applied -> new State(200, "repeat");
            case ImportReceipt.Waiting waiting -> new State(202, "waiting");
            case ImportReceipt.Repeat repeat -> new State(200, "repeat");
            case ImportReceipt.Declined declined -> new State(0, "declined");
        };
    }

    private static Map<String, Object> answer(State state, ImportReceipt receipt, Brought file) {
        var words = new LinkedHashMap<String, Object>();
        words.put("state", state.word());
        words.put("arrival", receipt.arrival());
        words.put("file", file.name());
        if (receipt instanceof ImportReceipt.Declined declined) {
            words.put("title", declined.sentence());
            return words;
        }
        var aside =
                receipt instanceof ImportReceipt.Applied applied
                        ? applied.quarantine()
                        : aside(file.parsed());
        words.put("rows", reading(file.parsed()).map(Reading::rows).orElse(0));
        words.put("set_aside", PushReceipt.aside(aside));
        words.put("remarks", reading(file.parsed()).map(Reading::remarks).orElse(List.of()));
        return words;
    }

    private static List<Quarantined> aside(ParsedFile parsed) {
        return reading(parsed).map(Reading::quarantine).orElse(List.of());
    }

    private static Optional<Reading> reading(ParsedFile parsed) {
        return switch (parsed) {
            case ParsedResult result -> Optional.of(result.reading());
            case ParsedWinners list -> Optional.of(list.reading());
            case Unreadable unreadable -> Optional.empty();
        };
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
    void forgetOldKeys() {
        sql.sql(FORGET_PUSHES).param("before", OffsetDateTime.now(clock).minus(KEPT)).update();
    }
}
