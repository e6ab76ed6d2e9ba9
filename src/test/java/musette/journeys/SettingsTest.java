package musette.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import musette.popular.Reads;
import musette.staff.Staff;
import musette.store.EventRetries;
import musette.stories.Draft;
import musette.stories.Publication;
import musette.stories.Queue;
import musette.stories.Stories;
import musette.text.Document;
import musette.text.Document.Inline;
import musette.text.Document.Paragraph;
import musette.wire.DemoFiles;
import musette.wire.Wire;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Settings do what the manual says: one house in which each has another value than usual.
class SettingsTest {
    private static House house;

    @BeforeAll
    static void open() {
        house =
                House.open(
                        Instant.parse("2023-04-01T15:00:00Z"),
                        "musette.site.name=The Road Post",
                        "musette.site.address=https://road.example",
                        "musette.site.zone=America/New_York",
                        "musette.site.market=US",
                        "musette.staff.owner-name=Nora Road",
                        "musette.staff.owner-email=nora@road.example",
                        "musette.flash.opens-within=1d",
                        "musette.meter.allowance=1",
                        "musette.meter.window=10d",
                        "musette.meter.opening=2",
                        "musette.popular.windows=1h",
                        "musette.popular.least-reads=1",
                        "musette.popular.rank-every=0s",
                        "musette.popular.write-every=100ms");
        publish("The first of two");
        publish("The second of two");
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void the_publication_has_the_name_address_zone_and_owner_it_was_given() {
        assertThat(local("/").body()).contains("The Road Post");
        assertThat(local("/feed.xml").body()).contains("<id>https://road.example/</id>");
        assertThat(local("/the-first-of-two").body()).contains("2023-04-01T11:00:00-04:00");
        var owner = house.ask(Staff.class).owner();
        assertThat(owner.name()).isEqualTo("Nora Road");
        assertThat(owner.email()).isEqualTo("nora@road.example");
        assertThat(local("/subscribe").headers().allValues("Set-Cookie").toString())
                .contains("Secure");
    }

    @Test
    void readers_of_whom_nothing_is_known_see_the_prices_of_the_market_that_was_set() {
        assertThat(local("/subscribe").body()).contains("United States");
    }

    @Test
    void the_meter_gives_as_many_stories_for_as_long_and_opens_as_far_as_it_was_set() {
        var first = local("/the-first-of-two");
        var cookie = first.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).contains("Max-Age=" + Duration.ofDays(10).toSeconds());
        assertThat(first.body()).contains("Story 1 of your 1 free stories in 10 days", "Third.");

        var second = local("/the-second-of-two", "Cookie", cookie.split(";", 2)[0]);

        assertThat(second.body())
                .contains("1 story in the past 10 days", "First.", "Second.")
                .doesNotContain("Third.");
    }

    @Test
    void popularity_follows_its_settings() {
        var story = house.ask(Stories.class).bySlug("the-second-of-two").orElseThrow();
        house.ask(Reads.class).count(story.id());
        await().until(() -> local("/").body().contains("Most popular"));

        house.clock().advance(Duration.ofHours(3));
        house.ask(Publication.class).settle(story.id(), story.byline().getFirst());
        publish("A third one, so that the boxes are made anew");
        assertThat(local("/").body()).doesNotContain("Most popular");
        house.clock().advance(Duration.ofHours(-3));
    }

    @Test
    void a_result_is_news_for_as_long_as_it_was_set() {
        house.clock().advance(Duration.ofDays(2));
        DemoFiles.putIn(house.ask(Wire.class), "desk");
        house.ask(EventRetries.class).awaitQuiet(Duration.ofSeconds(20));
        house.clock().advance(Duration.ofDays(-2));

        assertThat(house.ask(Queue.class).waitingFlashes(1)).isEmpty();
    }

    private static HttpResponse<String> local(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(house.localAddress(path)));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return house.send(request.header("Accept-Language", "*").build());
    }

    private static void publish(String headline) {
        var author = house.ask(Staff.class).owner().id();
        var paragraphs =
                List.of("First.", "Second.", "Third.", "Fourth.").stream()
                        .<Document.Block>map(
                                words -> new Paragraph(List.of(new Inline.Text(words))))
                        .toList();
        var story =
                house.ask(Stories.class)
                        .open(
                                new Draft(
                                        "",
                                        headline,
                                        "",
                                        new Document(paragraphs),
                                        author,
                                        OptionalLong.empty(),
                                        OptionalLong.empty(),
                                        "desk",
                                        false));
        house.ask(Publication.class).publish(story, author, 1);
    }
}
