package musette.stories;

import java.util.List;
import java.util.Optional;
import musette.staff.Staff;
import musette.stories.Manuscript.State;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Whose names stand over a story.
@Component
public class Bylines {
    /// As many as one line holds.
    public static final int MOST = 4;

    private static final String KEEP_BYLINE =
            """
            UPDATE story
            SET byline = :byline
            WHERE id = :story
            """;

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Manuscripts manuscripts;
    private final Staff staff;
    private final ApplicationEventPublisher events;

    Bylines(
            JdbcClient sql,
            TransactionTemplate transaction,
            Manuscripts manuscripts,
            Staff staff,
            ApplicationEventPublisher events) {
        this.sql = sql;
        this.transaction = transaction;
        this.manuscripts = manuscripts;
        this.staff = staff;
        this.events = events;
    }

    /// Puts these names over the story, in their order; whoever stands there twice counts once.
    ///
    /// @param members by number
    /// @param mayPublish whether the one who asks may change what readers see
    /// @return why not; empty when it is so now
    public Optional<String> put(long story, List<Long> members, boolean mayPublish) {
        var byline = members.stream().distinct().toList();
        if (byline.isEmpty() || byline.size() > MOST) {
            return Optional.of("One to four names stand over a story.");
        }
        if (staff.byIds(byline).size() < byline.size()) {
            return Optional.of("There is nobody of that name here.");
        }
        return transaction.execute(status -> {
            var manuscript = manuscripts.locked(story);
            if (manuscript.state() == State.LIVE && !mayPublish) {
                return Optional.of("Readers see this story; an editor changes its byline.");
            }
            sql.sql(KEEP_BYLINE)
                    .param("story", story)
                    .param("byline", byline.toArray(Long[]::new))
                    .update();
            if (manuscript.state() == State.LIVE) {
                events.publishEvent(new StoryUpdated(story, manuscript.slug()));
            }
            return Optional.empty();
        });
    }
}
