package musette.popular;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import musette.stories.Stories;
import musette.stories.Teaser;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What readers read most, lately.
///
/// The first window (three hours, a day, a week) with enough read stories fills the box; where even
/// the longest has too few, the box is as short as the truth, and empty where nothing was read. It
/// is never a reason to ask the database more than once in ten seconds.
@Component
public class MostPopular {
    private static final String STORIES_MOST_READ =
            """
            SELECT story
            FROM story_read
            WHERE hour > :since
            GROUP BY story
            HAVING sum(reads) >= :least
            ORDER BY sum(reads) DESC, story DESC
            LIMIT :most
            """;

    private final JdbcClient sql;
    private final Clock clock;
    private final Stories stories;
    private final PopularSettings settings;
    private volatile Ranking ranking = Ranking.NONE;

    MostPopular(JdbcClient sql, Clock clock, Stories stories, PopularSettings settings) {
        this.sql = sql;
        this.clock = clock;
        this.stories = stories;
        this.settings = settings;
    }

    /// At most that many live stories, the most read first.
    public List<Teaser> top(int most) {
        var now = clock.instant();
        var known = ranking;
        if (known.serves(most, now)) {
            return known.stories().subList(0, Math.min(most, known.stories().size()));
        }
        var ranked = rank(most, now);
        ranking = new Ranking(most, now.plus(settings.rankEvery()), ranked);
        return ranked;
    }

    private List<Teaser> rank(int most, Instant now) {
        List<Teaser> read = List.of();
        for (var window : settings.windows()) {
            read = mostRead(most, now, window);
            if (read.size() == most) {
                return read;
            }
        }
        return read;
    }

    /// A window also takes in the whole of the hour in which it begins. Twice as many are asked
    /// for, because some may have been withdrawn since.
    private List<Teaser> mostRead(int most, Instant now, Duration window) {
        var since = OffsetDateTime.ofInstant(now, clock.getZone()).minus(window).minusHours(1);
        var ids =
                sql.sql(STORIES_MOST_READ)
                        .param("since", since)
                        .param("least", settings.leastReads())
                        .param("most", 2 * most)
                        .query((row, number) -> row.getLong("story"))
                        .list();
        return stories.teasers(ids).stream().limit(most).toList();
    }

    private record Ranking(int most, Instant until, List<Teaser> stories) {
        static final Ranking NONE = new Ranking(0, Instant.MIN, List.of());

        boolean serves(int wanted, Instant now) {
            return wanted <= most && now.isBefore(until);
        }
    }
}
