package musette.bench;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// What clients do while the house is killed, with a ledger of their own: only what the server has
/// acknowledged is in it.
final class KillLoad {
    private static final int MOST_TRIES = 100;
    private static final long PAUSE_NANOS = 20_000_000;

    private final String site;
    private final Path data;
    private final Ledger ledger = Ledger.empty();
    private final AtomicInteger number = new AtomicInteger();
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();

    private KillLoad(String site, Path data) {
        this.site = site;
        this.data = data;
    }

    /// @param stories headlines the desk said are kept
    /// @param signedUp addresses to which a mail was promised
    /// @param joined addresses whose payment was answered with a welcome
    record Ledger(Set<String> stories, Set<String> signedUp, Set<String> joined) {
        static Ledger empty() {
            return new Ledger(
                    ConcurrentHashMap.newKeySet(),
                    ConcurrentHashMap.newKeySet(),
                    ConcurrentHashMap.newKeySet());
        }

        int acknowledged() {
            return stories.size() + signedUp.size() + joined.size();
        }
    }

    static KillLoad against(String site, Path data) {
        return new KillLoad(site, data);
    }

    String site() {
        return site;
    }

    Ledger ledger() {
        return ledger;
    }

    void start() {
        for (var act : List.<Act>of(this::write, this::signUp, this::join)) {
            threads.add(Thread.ofVirtual().start(() -> repeat(act)));
        }
    }

    void stop() {
        threads.forEach(Thread::interrupt);
        threads.clear();
    }

    private interface Act {
        void by(Client client) throws IOException;
    }

    /// Goes on whatever fails: that is the point.
    private void repeat(Act act) {
        while (!Thread.currentThread().isInterrupted()) {
            try (var client = Client.of(site)) {
                while (!Thread.currentThread().isInterrupted()) {
                    act.by(client);
                    LockSupport.parkNanos(PAUSE_NANOS);
                }
            } catch (IOException e) {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    /// One story kept at the desk; signs in first when it has to.
    void write(Client client) throws IOException {
        var desk = client.get("/desk");
        if (desk.statusCode() == 303) {
            signIn(client, data);
            desk = client.get("/desk");
        }
        var headline = "Kept " + number.incrementAndGet();
        var answer =
                client.post(
                        "/desk/stories",
                        "_csrf",
                        Client.field(desk, "_csrf"),
                        "headline",
                        headline);
        expect(answer.statusCode(), 303);
        ledger.stories().add(headline);
    }

    private void signUp(Client client) throws IOException {
        var page = client.get("/letters");
        var address = "u%d@kill.example".formatted(number.incrementAndGet());
        var answer =
                client.post(
                        "/letters/sign-up", "email", address, "list", Client.field(page, "list"));
        expect(answer.statusCode(), 303);
        ledger.signedUp().add(address);
    }

    /// Joins, and sends the same payment again when its answer was lost.
    private void join(Client used) throws IOException {
        try (var client = Client.of(used.site())) {
            joinFirst(client);
        }
    }

    private void joinFirst(Client client) throws IOException {
        var address = "m%d@kill.example".formatted(number.incrementAndGet());
        var offer = client.get("/subscribe");
        var token = Client.field(offer, "_csrf");
        var opened =
                client.post(
                        "/subscribe",
                        "_csrf",
                        token,
                        "offer",
                        Client.field(offer, "offer"),
                        "email",
                        address,
                        "term",
                        "month");
        expect(opened.statusCode(), 303);
        var till = opened.headers().firstValue("Location").orElseThrow(IOException::new);
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            try {
                pay(client, till, token);
                ledger.joined().add(address);
                return;
            } catch (IOException e) {
                if (Thread.currentThread().isInterrupted()) {
                    throw e;
                }
                LockSupport.parkNanos(PAUSE_NANOS * 5);
            }
        }
    }

    private static void pay(Client client, String till, String token) throws IOException {
        var paid = client.post(till + "/bank", "_csrf", token, "answer", "yes");
        expect(paid.statusCode(), 303);
    }

    /// Through the operator's door, as the owner.
    static void signIn(Client client, Path data) throws IOException {
        var key = Files.readString(data.resolve("keys/operator"));
        var link =
                client.send(
                        client.request("/ops/tasks/owner")
                                .header("Authorization", "Bearer " + key)
                                .POST(HttpRequest.BodyPublishers.noBody()));
        expect(link.statusCode(), 200);
        var path = link.body().replaceFirst("^https?://[^/]+", "").strip();
        client.post(path, "_csrf", Client.field(client.get(path), "_csrf"));
    }

    private static void expect(int status, int expected) throws IOException {
        if (status != expected) {
            throw new IOException("answered " + status);
        }
    }
}
