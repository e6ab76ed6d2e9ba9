package musette.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/// The line between a house and the test database, to be cut, or held so that nothing comes through
/// and nobody is told.
public final class Cable implements AutoCloseable {
    private final int target;
    private final int port;
    private final AtomicReference<ServerSocket> listener;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean held = new AtomicBoolean();

    private Cable(int target) {
        this.target = target;
        var first = listen(0);
        port = first.getLocalPort();
        listener = new AtomicReference<>(first);
    }

    public static Cable toTestDatabase() {
        return new Cable(TestDatabase.fresh().getPortNumbers()[0]);
    }

    public int port() {
        return port;
    }

    /// From now on connections are refused, and those that were open are gone.
    public void cut() {
        end(listener.get());
        tear();
    }

    /// Connections that were open are gone; new ones come through.
    public void tear() {
        open.forEach(Cable::end);
        open.clear();
    }

    /// Nothing moves, and nobody is told: a network that swallows.
    public void hold() {
        held.set(true);
    }

    public void mend() {
        held.set(false);
        if (listener.get().isClosed()) {
            listener.set(listen(port));
        }
    }

    private ServerSocket listen(int on) {
        try {
            var socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), on), 200);
            Thread.ofVirtual().start(() -> accept(socket));
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(ServerSocket from) {
        while (!from.isClosed()) {
            try {
                var near = from.accept();
                var far = new Socket(InetAddress.getLoopbackAddress(), target);
                open.add(near);
                open.add(far);
                if (from.isClosed()) {
                    tear(); // Cut in that very moment, before this one was among the open.
                }
                pump(near, far);
                pump(far, near);
            } catch (IOException e) {
                return; // Cut.
            }
        }
    }

    private void pump(Socket from, Socket to) {
        Thread.ofVirtual()
                .start(() -> {
                    try (InputStream in = from.getInputStream();
                            OutputStream out = to.getOutputStream()) {
                        var bytes = new byte[8192];
                        for (int n = in.read(bytes); n >= 0; n = in.read(bytes)) {
                            while (held.get() && !to.isClosed()) {
                                LockSupport.parkNanos(5_000_000);
                            }
                            out.write(bytes, 0, n);
                            out.flush();
                        }
                    } catch (IOException e) {
                        // One side has gone; the other goes with it.
                    } finally {
                        end(from);
                        end(to);
                    }
                });
    }

    private static void end(AutoCloseable closing) {
        try {
            closing.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        cut();
    }
}
