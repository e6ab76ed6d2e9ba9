package musette.post;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/// Walks the rounds on a thread of its own: at once when a mail is put in, and every few seconds in
/// case the bell was not heard (a mail from another node, a lease that ended, a second try).
@Component
class Postman implements SmartLifecycle {
    /// Starts before the web server and stops after it; the catcher stands one step lower.
    static final int PHASE = 2_000;

    private static final Duration SAFETY_NET = Duration.ofSeconds(3);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final Duration GOODBYE = Duration.ofSeconds(8);
    private static final Logger log = LoggerFactory.getLogger(Postman.class);

    private final Outbox outbox;
    private final DeliveryRun round;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final AtomicReference<@Nullable Thread> thread = new AtomicReference<>();

    Postman(Outbox outbox, DeliveryRun round) {
        this.outbox = outbox;
        this.round = round;
    }

    @Override
    public void start() {
        thread.set(
                Thread.ofVirtual()
                        .name("postman")
                        .uncaughtExceptionHandler(this::carryOn)
                        .start(this::walkUntilClosing));
    }

    /// Lets the mail in hand arrive. If the server is too slow for that, the lease brings it back.
    @Override
    public void stop() {
        closing.countDown();
        outbox.ring();
        try {
            var walking = thread.getAndSet(null);
            if (walking != null && !walking.join(GOODBYE)) {
                log.warn("A mail was still under way; it goes again after the next start.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread.get() != null;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    private void walkUntilClosing() {
        var failures = 0;
        try {
            while (goesOn()) {
                var problem = walk();
                if (problem.isEmpty()) {
                    if (failures > 0) {
                        log.info("Mail goes out again.");
                    }
                    failures = 0;
                    outbox.awaitMail(SAFETY_NET);
                } else {
                    if (failures == 0) {
                        log.warn("Mail waits, nothing is lost: {}", problem);
                    }
                    failures++;
                    waitFor(pauseAfter(failures));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// What keeps the mail from going, empty when nothing does.
    private String walk() {
        try {
            return switch (round.walk(this::goesOn)) {
                case DeliveryRun.Ending.NothingLeft _ -> "";
                case DeliveryRun.Ending.ServerAway away -> away.words();
            };
        } catch (DataAccessException e) {
            return "the database can't be reached";
        }
    }

    private boolean goesOn() {
        return closing.getCount() > 0;
    }

    private void waitFor(Duration pause) throws InterruptedException {
        // Ends early when the house closes; the callers look for that themselves.
        var _ = closing.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// 1, 2, 4 … seconds, at most a minute.
    private static Duration pauseAfter(int failures) {
        var pause = Duration.ofSeconds(1L << Math.min(failures - 1, 6));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    /// A fault of ours in one mail must not keep the others back. That mail is `sending` and rests
    /// until its lease ends.
    private void carryOn(Thread fallen, Throwable fault) {
        log.error("The mail round failed and begins again in a minute.", fault);
        try {
            waitFor(LONGEST_PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (goesOn()) {
            start();
        }
    }
}
