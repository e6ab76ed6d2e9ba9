package musette.site;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.util.thread.Scheduler;

/// Lets go of clients who take longer than anybody needs to say what they want.
///
/// The server's own idle limit starts anew with every byte, so a byte now and then holds a place
/// for ever. Here a connection is looked at every few seconds: whoever is between two requests and
/// has sent something both this time and the last, without completing a request, is let go. A quiet
/// connection that waits for its next request sends nothing and stays.
final class HeaderTimeout implements Connection.Listener {
    private static final long LOOK_MILLIS = 5_000;

    private final Scheduler scheduler;
    private final Map<Connection, Seen> open = new ConcurrentHashMap<>();

    HeaderTimeout(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /// @param strikes how many times in a row bytes came and no request
    private record Seen(long requests, long bytes, int strikes) {}

    @Override
    public void onOpened(Connection connection) {
        open.put(connection, new Seen(0, 0, 0));
        lookLater(connection);
    }

    @Override
    public void onClosed(Connection connection) {
        open.remove(connection);
    }

    private void lookLater(Connection connection) {
        var _ = scheduler.schedule(() -> look(connection), LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void look(Connection connection) {
        var before = open.get(connection);
        if (before == null) {
            return;
        }
        var requests = connection.getMessagesIn();
        var bytes = connection.getBytesIn();
        var isBetweenRequests = requests == connection.getMessagesOut();
        var drips = isBetweenRequests && requests == before.requests() && bytes > before.bytes();
        if (drips && before.strikes() > 0) {
            connection.getEndPoint().close();
            return;
        }
        open.put(connection, new Seen(requests, bytes, drips ? 1 : 0));
        lookLater(connection);
    }
}
