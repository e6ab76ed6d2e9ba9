package musette.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/// A thousand clients who never end their form and a thousand who never end their headers, a byte
/// now and then from each, and what a reader of a story notices.
final class SlowBench implements Bench {
    private static final int EACH = 1_000;
    private static final int REQUESTS = 3_000;
    private static final int READERS = 4;
    private static final int DRIPS = 12;
    private static final long DRIP_NANOS = 2_500_000_000L;
    private static final String BODY =
            """
            POST /sign-in HTTP/1.1\r
            Host: 127.0.0.1\r
            Content-Type: application/x-www-form-urlencoded\r
            Content-Length: 100000\r
            \r
            email=\
            """;
    private static final String HEADERS = "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ";

    @Override
    public String name() {
        return "slow";
    }

    @Override
    public String summary() {
        return "slow bodies and slow headers against the story page's p99 (two minutes)";
    }

    @Override
    public Map<String, Object> run(Wishes wishes, PrintStream people) {
        var folder = Scratch.folder();
        var each = wishes.rounds().orElse(EACH);
        try (var house = ServedHouse.open(folder);
                var client = Client.of(house.address())) {
            var story = FirstStory.firstOn(client);
            read(house.address(), story); // Warm.
            var before = read(house.address(), story);
            var slow = open(house.address(), each);
            var during = new Timings();
            try (var dripping = Executors.newVirtualThreadPerTaskExecutor()) {
                dripping.execute(() -> drip(slow));
                LockSupport.parkNanos(DRIP_NANOS);
                readInto(during, house.address(), story);
            }
            var letGo = slow.stream().filter(SlowBench::isLetGo).count();
            people.printf(
                    "p99 %.2f ms before, %.2f ms beside %,d slow clients, of whom %,d were let"
                            + " go%n",
                    before.p99(), during.p99(), slow.size(), letGo);
            var figures = new LinkedHashMap<String, Object>();
            figures.put("slow_clients", slow.size());
            figures.put("served", during.share());
            figures.put("p99_ms", during.p99());
            figures.put("p99_ratio", Math.round(during.p99() / before.p99() * 100) / 100.0);
            figures.put("let_go", letGo);
            for (var socket : slow) {
                socket.close();
            }
            return figures;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            Scratch.delete(folder);
        }
    }

    private static Timings read(String site, String story) {
        var timings = new Timings();
        readInto(timings, site, story);
        return timings;
    }

    private static void readInto(Timings timings, String site, String story) {
        try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int reader = 0; reader < READERS; reader++) {
                readers.execute(() -> {
                    try (var client = Client.of(site)) {
                        for (int i = 0; i < REQUESTS / READERS; i++) {
                            timings.ask(client, story, status -> status == 200);
                        }
                    }
                });
            }
        }
    }

    private static List<Socket> open(String site, int each) throws IOException {
        var port = URI.create(site).getPort();
        var slow = new ArrayList<Socket>();
        for (var words : List.of(BODY, HEADERS)) {
            for (int i = 0; i < each; i++) {
                var socket = new Socket(InetAddress.getLoopbackAddress(), port);
                socket.getOutputStream().write(words.getBytes(StandardCharsets.US_ASCII));
                slow.add(socket);
            }
        }
        return slow;
    }

    private static void drip(List<Socket> slow) {
        for (int drip = 0; drip < DRIPS; drip++) {
            for (var socket : slow) {
                try {
                    socket.getOutputStream().write('x');
                } catch (IOException e) {
                    // Let go by the server, as it should be.
                }
            }
            LockSupport.parkNanos(DRIP_NANOS);
        }
    }

    private static boolean isLetGo(Socket socket) {
        try {
            socket.setSoTimeout(1);
            while (socket.getInputStream().read() >= 0) {}
            return true;
        } catch (java.net.SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }
}
