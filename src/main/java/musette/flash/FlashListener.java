package musette.flash;

import java.util.OptionalLong;
import musette.racing.Palmares;
import musette.racing.Result;
import musette.racing.ResultStored;
import musette.racing.ResultTakenBack;
import musette.racing.Results;
import musette.staff.Staff;
import musette.stories.Draft;
import musette.stories.Manuscripts;
import musette.stories.Stories;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// Puts a flash before the desk when a race has its first result and no story carries it yet. Heard
/// after the result is kept, and heard again after a crash; it opens one story all the same.
@Component
class FlashListener {
    /// Held to the end of the listener's transaction, so that two revisions in one second open one
    /// story between them.
    private static final String RESULT_TAKEN =
            """
            SELECT count(*)
            FROM (SELECT pg_advisory_xact_lock(7202, CAST(:result AS integer))) AS turn
            """;

    private final JdbcClient sql;
    private final Results results;
    private final Palmares palmares;
    private final Stories stories;
    private final Manuscripts manuscripts;
    private final Staff staff;

    FlashListener(
            JdbcClient sql,
            Results results,
            Palmares palmares,
            Stories stories,
            Manuscripts manuscripts,
            Staff staff) {
        this.sql = sql;
        this.results = results;
        this.palmares = palmares;
        this.stories = stories;
        this.manuscripts = manuscripts;
        this.staff = staff;
    }

    @ApplicationModuleListener
    void on(ResultStored news) {
        results.byId(news.result()).ifPresent(this::openOnce);
    }

    @ApplicationModuleListener
    void on(ResultTakenBack news) {
        if (results.byId(news.result()).isEmpty()) {
            manuscripts.discardUntouched(news.result());
        }
    }

    private void openOnce(Result result) {
        sql.sql(RESULT_TAKEN)
                .param("result", result.id() % Integer.MAX_VALUE)
                .query(Long.class)
                .single();
        if (!stories.carry(result.id())) {
            stories.open(draft(result));
        }
    }

    private Draft draft(Result result) {
        var flash = Flash.of(result, palmares);
        return new Draft(
                flash.kicker(),
                flash.headline().text(),
                flash.standfirst().text(),
                flash.body(),
                staff.owner().id(),
                OptionalLong.of(result.edition().id()),
                OptionalLong.of(result.id()),
                "flash",
                true);
    }
}
