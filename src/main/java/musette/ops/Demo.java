package musette.ops;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.OptionalLong;
import musette.flash.Flashes;
import musette.letters.Newsletter;
import musette.letters.Newsletters;
import musette.media.Pictures;
import musette.racing.Edition;
import musette.racing.Races;
import musette.racing.Results;
import musette.staff.Author;
import musette.staff.Staff;
import musette.stories.Draft;
import musette.stories.Manuscripts;
import musette.stories.Publication;
import musette.stories.Stories;
import musette.subscriptions.Catalog;
import musette.subscriptions.Markets;
import musette.subscriptions.Money;
import musette.subscriptions.PriceList;
import musette.wire.ImportReceipt;
import musette.wire.Wire;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// The demonstration: one race with its winners, a result fresh from the line whose flash waits at
/// the desk, eleven stories, two authors, two letters and the prices of three markets.
///
/// Everything comes in through the same doors as a publisher's own.
@Component
class Demo {
    private static final Instant PRICES_SINCE = Instant.parse("2023-01-01T00:00:00Z");

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Staff staff;
    private final Wire wire;
    private final Flashes flashes;
    private final Races races;
    private final Pictures pictures;
    private final Newsletters newsletters;
    private final Catalog catalog;
    private final Markets markets;

    Demo(
            JdbcClient sql,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Staff staff,
            Wire wire,
            Flashes flashes,
            Races races,
            Pictures pictures,
            Newsletters newsletters,
            Catalog catalog,
            Markets markets) {
        this.sql = sql;
        this.transaction = transaction;
        this.events = events;
        this.staff = staff;
        this.wire = wire;
        this.flashes = flashes;
        this.races = races;
        this.pictures = pictures;
        this.newsletters = newsletters;
        this.catalog = catalog;
        this.markets = markets;
    }

    void moveIn() {
        staff.owner();
        var authors = Map.of("maite-olabarria", maite(), "jonas-feld", jonas());
        receive("demo/gran-premio-miguel-indurain-winners.csv");
        draft(receive("demo/gran-premio-miguel-indurain-2023.csv"));
        Arrays.stream(files("demo/*.txt"))
                .sorted(Comparator.comparing(Resource::getFilename))
                .map(file -> DemoStory.read(text(file)))
                .forEach(story -> publish(story, authors));
        newsletters.offer(
                new Newsletter(
                        "the-evening-bag",
                        "The Evening Bag",
                        "The day's races in five minutes, each evening there was one."),
                1);
        newsletters.offer(
                new Newsletter(
                        "before-the-flag",
                        "Before the Flag",
                        "Friday's look at the weekend: who starts, where it hurts."),
                2);
        sell("GB", 100, 499, 4900);
        sell("US", 100, 799, 7900);
        sell("EU", 100, 599, 5900);
    }

    private Author maite() {
        return staff.join(
                "Maite Olabarria",
                "maite@demo.example",
                "Maite Olabarria writes about one-day races and the arithmetic behind them. She is"
                        + " invented, like everything in this demonstration but the facts.",
                Author.Role.EDITOR);
    }

    private Author jonas() {
        return staff.join(
                "Jonas Feld",
                "jonas@demo.example",
                "Jonas Feld reads rule books so that you need not. He too is part of the"
                        + " demonstration.",
                Author.Role.REPORTER);
    }

    private ImportReceipt receive(String path) {
        var file = files(path)[0];
        try (var bytes = file.getInputStream()) {
            var receipt = wire.receive(String.valueOf(file.getFilename()), bytes, "demonstration");
            if (receipt instanceof ImportReceipt.Declined declined) {
                throw new IllegalStateException(path + ": " + declined.sentence());
            }
            return receipt;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The race is too long ago for a flash that opens by itself.
    private void draft(ImportReceipt receipt) {
        if (receipt instanceof ImportReceipt.Applied applied
                && applied.outcome() instanceof Results.Stored stored) {
            flashes.draft(stored.result(), staff.owner().id());
        }
    }

    /// Published at the moment the story names: the rooms are asked with a clock set to it.
    private void publish(DemoStory story, Map<String, Author> authors) {
        var then = Clock.fixed(story.published(), ZoneOffset.UTC);
        var author = authors.get(story.word("author"));
        if (author == null) {
            throw new IllegalStateException("nobody is called " + story.word("author"));
        }
        var manuscripts = new Manuscripts(sql, transaction, then);
        var id =
                new Stories(sql, manuscripts)
                        .open(
                                new Draft(
                                        story.word("kicker"),
                                        story.word("headline"),
                                        story.word("standfirst"),
                                        story.body(),
                                        author.id(),
                                        edition(story.word("race")),
                                        OptionalLong.empty(),
                                        "demo",
                                        false));
        new Publication(sql, transaction, then, events, manuscripts, pictures)
                .publish(id, author.id(), 1);
    }

    private OptionalLong edition(String race) {
        return races.bySlug(race).stream()
                .flatMap(known -> races.editions(known.id()).stream())
                .mapToLong(Edition::id)
                .findFirst();
    }

    private void sell(String market, long intro, long month, long year) {
        var place = markets.ofCode(market).orElseThrow();
        var currency = place.currency().getCurrencyCode();
        catalog.publish(
                new PriceList(
                        place,
                        Money.of(currency, intro),
                        Money.of(currency, month),
                        Money.of(currency, year),
                        PRICES_SINCE),
                "demonstration");
    }

    private static Resource[] files(String pattern) {
        try {
            return new PathMatchingResourcePatternResolver(Demo.class.getClassLoader())
                    .getResources("classpath:/" + pattern);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Resource file) {
        try {
            return file.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
