package musette.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import musette.Musette;
import musette.site.Address;
import musette.store.Cable;
import musette.store.TestDatabase;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/// The whole program, started for a test: real Jetty, real PostgreSQL, a clock that the test moves.
public final class House implements AutoCloseable {
    private final ConfigurableApplicationContext context;
    private final MovableClock clock;
    private final HttpClient http = HttpClient.newBuilder().build();

    private House(ConfigurableApplicationContext context, MovableClock clock) {
        this.context = context;
        this.clock = clock;
    }

    /// A house on an empty database, at the given moment, with more settings if wanted
    /// (`musette.meter.allowance=3`).
    public static House open(Instant now, String... settings) {
        return open(now, TestDatabase.fresh(), context -> {}, settings);
    }

    /// A house whose way to its database can be cut.
    static House openBehind(Cable cable, Instant now, String... settings) {
        var database = TestDatabase.fresh();
        database.setPortNumbers(new int[] {cable.port()});
        return open(now, database, context -> {}, settings);
    }

    /// A house whose questions to the database are counted.
    static House openCounting(StatementCount count, Instant now, String... settings) {
        return open(
                now,
                TestDatabase.fresh(),
                context -> context.getBeanFactory().addBeanPostProcessor(count),
                settings);
    }

    static House open(
            Instant now,
            PGSimpleDataSource database,
            ApplicationContextInitializer<GenericApplicationContext> more,
            String... settings) {
        var clock = new MovableClock(now);
        var arguments = new ArrayList<String>();
        arguments.add("--server.port=0");
        arguments.add("--musette.store.data=" + temporaryFolder());
        arguments.add("--musette.store.url=" + database.getUrl());
        arguments.add("--musette.store.user=" + database.getUser());
        arguments.add("--musette.store.password=" + database.getPassword());
        arguments.add("--musette.store.connections=6");
        if (List.of(settings).stream().noneMatch(s -> s.startsWith("musette.ops.demo="))) {
            arguments.add("--musette.ops.demo=false");
        }
        List.of(settings).forEach(setting -> arguments.add("--" + setting));
        ApplicationContextInitializer<GenericApplicationContext> withClock =
                context -> context.registerBean(Clock.class, () -> clock);
        var context =
                new SpringApplicationBuilder(Musette.class)
                        .initializers(withClock, more)
                        .registerShutdownHook(false)
                        .run(arguments.toArray(String[]::new));
        return new House(context, clock);
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target")), "house");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// One of the rooms' public parts.
    public <T> T ask(Class<T> part) {
        return context.getBean(part);
    }

    /// Every part of that type, for parts of which there are several.
    public <T> List<T> askAll(Class<T> part) {
        return context.getBeanProvider(part).stream().toList();
    }

    /// Tells the rooms, in a transaction of its own.
    public void publish(Object event) {
        ask(TransactionTemplate.class).executeWithoutResult(status -> context.publishEvent(event));
    }

    public String address(String path) {
        return context.getBean(Address.class).of(path);
    }

    public MovableClock clock() {
        return clock;
    }

    /// Where the house listens, whatever readers are told.
    public String localAddress(String path) {
        return "http://127.0.0.1:%d%s".formatted(context.getBean(Address.class).port(), path);
    }

    /// A GET without cookies or redirects.
    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(address(path))).build());
    }

    public HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }

    /// A clock that stands still until a test moves it.
    public static final class MovableClock extends Clock {
        private final AtomicReference<Instant> now;

        public MovableClock(Instant start) {
            now = new AtomicReference<>(start);
        }

        public void advance(Duration by) {
            now.updateAndGet(instant -> instant.plus(by));
        }

        @Override
        public Instant instant() {
            return now.get();
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            InstantSource here = now::get;
            return here.withZone(zone);
        }
    }
}
