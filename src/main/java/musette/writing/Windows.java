package musette.writing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import musette.store.DatabaseWatch;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// The windows of this node that have a story open. A change made here is told at once, one made by
/// another node or by a result within a quarter of a second.
@Component
public class Windows {
    private static final String VERSIONS =
            """
            SELECT id, version
            FROM story
            WHERE id = ANY(:stories)
            """;

    private final JdbcClient sql;
    private final DatabaseWatch database;
    private final Map<Long, List<Window>> open = new ConcurrentHashMap<>();
    private final Map<Long, Integer> told = new ConcurrentHashMap<>();

    Windows(JdbcClient sql, DatabaseWatch database) {
        this.sql = sql;
        this.database = database;
    }

    /// A window of that person; it hears of changes until it is closed.
    ///
    /// @param client names the window
    public Window open(long story, String client, String person) {
        var window = new Window(this, story, client, person);
        open.computeIfAbsent(story, it -> new CopyOnWriteArrayList<>()).add(window);
        tell(story);
        return window;
    }

    void close(Window window) {
        open.computeIfPresent(
                window.story(),
                (story, windows) -> {
                    windows.remove(window);
                    return windows.isEmpty() ? null : windows;
                });
        tell(window.story());
    }

    /// Everybody who has the story open, in the order in which they came.
    public List<Window> of(long story) {
        return List.copyOf(open.getOrDefault(story, List.of()));
    }

    /// Where somebody writes, for the others.
    public void moved(long story, String client, int anchor, int head) {
        var windows = of(story).stream().filter(it -> it.client().equals(client)).toList();
        windows.forEach(window -> window.moveTo(anchor, head));
        if (!windows.isEmpty()) {
            tell(story);
        }
    }

    /// Lets everybody in the story look again.
    public void tell(long story) {
        of(story).forEach(Window::wake);
    }

    @Scheduled(fixedDelay = 250, timeUnit = TimeUnit.MILLISECONDS)
    void look() {
        if (open.isEmpty() || database.isAway()) {
            told.clear();
            return;
        }
        try {
            for (var now : versions(new ArrayList<>(open.keySet())).entrySet()) {
                var before = told.put(now.getKey(), now.getValue());
                if (before != null && !before.equals(now.getValue())) {
                    tell(now.getKey());
                }
            }
        } catch (DataAccessException | TransactionException e) {
            told.clear(); // Whoever waits asks again by itself.
        }
    }

    private Map<Long, Integer> versions(List<Long> stories) {
        var versions = new HashMap<Long, Integer>();
        sql.sql(VERSIONS)
                .param("stories", stories.toArray(Long[]::new))
                .query(row -> {
                    versions.put(row.getLong("id"), row.getInt("version"));
                });
        return versions;
    }

    /// Lets go of everybody, so that a server that stops need not wait for them.
    @EventListener(ContextClosedEvent.class)
    void closeAll() {
        open.values().stream().flatMap(List::stream).toList().forEach(Window::close);
    }
}
