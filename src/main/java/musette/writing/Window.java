package musette.writing;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// One browser window with a story open in it.
public final class Window implements AutoCloseable {
    private final Windows windows;
    private final long story;
    private final String client;
    private final String person;
    private final Semaphore news = new Semaphore(0);
    private final AtomicBoolean isClosed = new AtomicBoolean();
    private volatile Selection selection = new Selection(0, 0);

    Window(Windows windows, long story, String client, String person) {
        this.windows = windows;
        this.story = story;
        this.client = client;
        this.person = person;
    }

    /// What is selected in it, as ProseMirror counts; both 0 before anything is.
    ///
    /// @param head where the caret stands
    public record Selection(int anchor, int head) {}

    public long story() {
        return story;
    }

    public String client() {
        return client;
    }

    public String person() {
        return person;
    }

    public Selection selection() {
        return selection;
    }

    void moveTo(int anchor, int head) {
        selection = new Selection(anchor, head);
    }

    void wake() {
        news.release();
    }

    /// Waits until there may be something new, at most that long, and answers whether there may.
    public boolean awaitNews(Duration longest) throws InterruptedException {
        if (!news.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
            return false;
        }
        news.drainPermits();
        return true;
    }

    public boolean isClosed() {
        return isClosed.get();
    }

    @Override
    public void close() {
        if (isClosed.compareAndSet(false, true)) {
            windows.close(this);
            wake();
        }
    }
}
