package musette.flash;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import musette.racing.Palmares;
import musette.racing.Result;
import musette.racing.Results;
import musette.stories.Draft;
import musette.stories.Manuscripts;
import musette.stories.Stories;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Flashes as stories at the desk, one for a result: opened by itself after a race, or when
/// somebody asks.
@EnableConfigurationProperties(FlashSettings.class)
@Component
public class Flashes {
    /// Held to the end of the transaction, so that two revisions in one second, or two editors,
    /// open one story between them.
    private static final String RESULT_TAKEN =
            """
            SELECT count(*)
            FROM (SELECT pg_advisory_xact_lock(7202, CAST(:result AS integer))) AS turn
            """;

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final FlashSettings settings;
    private final Results results;
    private final Palmares palmares;
    private final Stories stories;
    private final Manuscripts manuscripts;

    Flashes(
            JdbcClient sql,
            TransactionTemplate transaction,
            Clock clock,
            FlashSettings settings,
            Results results,
            Palmares palmares,
            Stories stories,
            Manuscripts manuscripts) {
        this.sql = sql;
        this.transaction = transaction;
        this.clock = clock;
        this.settings = settings;
        this.results = results;
        this.palmares = palmares;
        this.stories = stories;
        this.manuscripts = manuscripts;
    }

    /// Whether the race is so short a time ago that its result opens a flash by itself. Where no
    /// day is known, the last one of the year is taken.
    public boolean isNews(Result result) {
        var held =
                Objects.requireNonNullElseGet(
                        result.heldOn(), () -> LocalDate.of(result.edition().year(), 12, 31));
        var days = ChronoUnit.DAYS.between(held, LocalDate.now(clock));
        return days <= settings.opensWithin().toDays();
    }

    /// Whether a story could be drafted from the result, but only if somebody asks for it: the race
    /// is long ago, and no story carries its result yet.
    public boolean mustBeAskedFor(Result result) {
        return !isNews(result)
                && Flash.withheld(result).isEmpty()
                && stories.carrier(result.id()).isEmpty();
    }

    /// Drafts a story from a result, or answers the one that carries it already; empty where no
    /// result counts, or something speaks against it (`Flash.withheld`). It is read in its turn: a
    /// version that comes in that very moment is in the draft, or followed by it.
    public Optional<Long> draft(long result, long author) {
        return transaction.execute(status -> {
            takeTurn(result);
            return stories.carrier(result)
                    .or(() ->
                            results.byId(result)
                                    .filter(counted -> Flash.withheld(counted).isEmpty())
                                    .map(counted ->
                                            open(counted, Flash.of(counted, palmares), author)));
        });
    }

    /// In the listener's transaction, as what follows.
    void takeTurn(long result) {
        sql.sql(RESULT_TAKEN)
                .param("result", result % Integer.MAX_VALUE)
                .query(Long.class)
                .single();
    }

    /// Opens a flash for a result that is news; one that nobody has touched is drafted anew.
    void openOrFollow(Result result, Flash flash, long author) {
        if (Flash.withheld(result).isPresent()) {
            manuscripts.discardUntouched(result.id());
        } else if (stories.carrier(result.id()).isPresent()) {
            manuscripts.redraftUntouched(result.id(), story(result, flash, author));
        } else if (isNews(result)) {
            open(result, flash, author);
        }
    }

    private long open(Result result, Flash flash, long author) {
        return stories.open(story(result, flash, author));
    }

    private static Draft story(Result result, Flash flash, long author) {
        return new Draft(
                flash.kicker(),
                flash.headline().text(),
                flash.standfirst().text(),
                flash.heads(),
                flash.body(),
                author,
                OptionalLong.of(result.edition().id()),
                OptionalLong.of(result.id()),
                "flash",
                true);
    }
}
