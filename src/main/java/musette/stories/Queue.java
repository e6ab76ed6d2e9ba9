package musette.stories;

import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What lies on the desk: what waits, what is being written, what was promised, what is live.
@Component
public class Queue {
    private static final String WAITING_FLASHES =
            """
            SELECT *
            FROM desk_story
            WHERE published IS NULL AND published_at IS NULL AND origin = 'flash'
              AND NOT EXISTS (SELECT FROM story_plan WHERE story_id = desk_story.id)
              AND (:who = 0 OR :who = ANY(writers) OR author_id = :who)
            ORDER BY created_at DESC, id DESC
            LIMIT :most
            """;
    private static final String DRAFTS =
            """
            SELECT *
            FROM desk_story
            WHERE published IS NULL AND published_at IS NULL AND origin <> 'flash'
              AND NOT EXISTS (
                  SELECT FROM story_review WHERE story_id = desk_story.id AND ended_at IS NULL)
              AND NOT EXISTS (SELECT FROM story_plan WHERE story_id = desk_story.id)
              AND (:who = 0 OR :who = ANY(writers) OR author_id = :who)
            ORDER BY saved_at DESC, id DESC
            LIMIT :most
            """;
    private static final String IN_REVIEW =
            """
            SELECT desk_story.*
            FROM desk_story
            JOIN story_review ON story_id = desk_story.id AND ended_at IS NULL
            WHERE published_at IS NULL
              AND NOT EXISTS (SELECT FROM story_plan WHERE story_id = desk_story.id)
              AND (:who = 0 OR :who = ANY(writers) OR author_id = :who)
            ORDER BY asked_at, desk_story.id
            LIMIT :most
            """;
    private static final String PLANNED_STORIES =
            """
            SELECT desk_story.*
            FROM desk_story
            JOIN story_plan ON story_id = desk_story.id
            WHERE (:who = 0 OR :who = ANY(writers) OR author_id = :who)
            ORDER BY live_at, id
            LIMIT :most
            """;
    private static final String WITHDRAWN_STORIES =
            """
            SELECT *
            FROM desk_story
            WHERE published IS NULL AND published_at IS NOT NULL
              AND (:who = 0 OR :who = ANY(writers) OR author_id = :who)
            ORDER BY saved_at DESC, id DESC
            LIMIT :most
            """;
    private static final String GROWING_STORIES =
            """
            SELECT *
            FROM desk_story
            WHERE published IS NOT NULL AND promised_at IS NOT NULL
              AND (:who = 0 OR :who = ANY(writers) OR author_id = :who)
            ORDER BY promised_at, id
            LIMIT :most
            """;
    private static final String LIVE_STORIES =
            """
            SELECT *
            FROM desk_story
            WHERE published IS NOT NULL
              AND (:who = 0 OR :who = ANY(writers) OR author_id = :who)
            ORDER BY published_at DESC, id DESC
            LIMIT :most
            """;

    private static final long EVERYBODY = 0;

    private final JdbcClient sql;
    private final long who;

    @Autowired
    public Queue(JdbcClient sql) {
        this(sql, EVERYBODY);
    }

    private Queue(JdbcClient sql, long who) {
        this.sql = sql;
        this.who = who;
    }

    /// What of it one member has written in or carries the byline of.
    public Queue of(long member) {
        return new Queue(sql, member);
    }

    /// Flashes nobody has published or planned yet, the newest first.
    public List<Manuscript> waitingFlashes(int most) {
        return list(sql.sql(WAITING_FLASHES), most);
    }

    /// What readers have never seen and nobody has planned, the last saved first.
    public List<Manuscript> drafts(int most) {
        return list(sql.sql(DRAFTS), most);
    }

    /// Drafts that wait for an editor's look, who asked first first.
    public List<Manuscript> inReview(int most) {
        return list(sql.sql(IN_REVIEW), most);
    }

    /// Drafts that go live by themselves, the next first.
    public List<Manuscript> planned(int most) {
        return list(sql.sql(PLANNED_STORIES), most);
    }

    /// Stories that were taken away from readers, the last saved first.
    public List<Manuscript> withdrawn(int most) {
        return list(sql.sql(WITHDRAWN_STORIES), most);
    }

    /// Live stories that promise more, the oldest promise first.
    public List<Manuscript> growing(int most) {
        return list(sql.sql(GROWING_STORIES), most);
    }

    /// Live stories, the newest first.
    public List<Manuscript> live(int most) {
        return list(sql.sql(LIVE_STORIES), most);
    }

    private List<Manuscript> list(JdbcClient.StatementSpec statement, int most) {
        return statement.param("who", who).param("most", most).query(Revisions::manuscript).list();
    }
}
