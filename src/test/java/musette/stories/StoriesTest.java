package musette.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import musette.media.MediaSettings;
import musette.media.Pictures;
import musette.store.DataFolder;
import musette.store.TestDatabase;
import musette.stories.Manuscripts.Saving;
import musette.stories.Publication.Outcome;
import musette.text.Document;
import musette.text.Document.Inline;
import musette.text.Document.Paragraph;
import musette.text.Edit;
import musette.text.FactLink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ExtendWith(TestDatabase.class)
class StoriesTest {
    private static final Instant FINISH = Instant.parse("2023-04-01T15:12:00Z");
    private static final long ANE = 1;
    private static final long JON = 2;
    private static final String TEXT =
            "Ion Izagirre won.\n\nSergio Higuita was two seconds behind.";

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final List<Object> news = new ArrayList<>();

    StoriesTest(JdbcClient sql, TransactionTemplate transaction) {
        this.sql = sql;
        this.transaction = transaction;
    }

    @Test
    void a_draft_is_nobodys_business_until_it_is_published() {
        var story = open("Izagirre wins in Estella");

        assertThat(stories().byId(story)).isEmpty();
        assertThat(publication(FINISH).publish(story, ANE, 1))
                .isEqualTo(new Outcome.Published("izagirre-wins-in-estella"));

        var live = stories().bySlug("izagirre-wins-in-estella").orElseThrow();
        assertThat(live.id()).isEqualTo(story);
        assertThat(live.body()).isEqualTo(body());
        assertThat(live.publishedAt()).isEqualTo(FINISH);
        assertThat(live.isUpdated()).isFalse();
        assertThat(live.edition()).hasValue(2023);
        assertThat(news).containsExactly(new StoryPublished(story, live.slug()));
    }

    @Test
    void a_live_story_is_drafted_over_quietly_until_somebody_updates_it() {
        var story = published("Izagirre takes the second one");

        assertThat(save(story, 1, "Izagirre, again", TEXT)).isEqualTo(new Saving.Saved(2, false));

        assertThat(stories().byId(story).orElseThrow().headline())
                .isEqualTo("Izagirre takes the second one");
        assertThat(publication(FINISH.plusSeconds(30)).publish(story, JON, 2))
                .isInstanceOf(Outcome.Updated.class);
        assertThat(stories().byId(story).orElseThrow().isUpdated()).isFalse();
        save(story, 2, "Izagirre, again", TEXT + " It rained.");
        var later = publication(FINISH.plus(Duration.ofMinutes(5)));
        assertThat(later.publish(story, JON, 3)).isInstanceOf(Outcome.Updated.class);
        var live = stories().byId(story).orElseThrow();
        assertThat(live.headline()).isEqualTo("Izagirre, again");
        assertThat(live.slug()).isEqualTo("izagirre-takes-the-second-one");
        assertThat(live.publishedAt()).isEqualTo(FINISH);
        assertThat(live.updatedAt()).isEqualTo(FINISH.plus(Duration.ofMinutes(5)));
        assertThat(live.isUpdated()).isTrue();
        assertThat(news.getLast()).isEqualTo(new StoryUpdated(story, live.slug()));
    }

    @Test
    void nobody_publishes_words_they_have_not_seen() {
        var story = open("Higuita chases alone");
        save(story, 1, "Higuita chases alone", TEXT + " He knew why.");

        assertThat(publication(FINISH).publish(story, ANE, 1)).isInstanceOf(Outcome.Refused.class);
        assertThat(stories().byId(story)).isEmpty();
        assertThat(news).isEmpty();
    }

    @Test
    void the_same_version_is_not_published_twice() {
        var story = published("Kron fourth in Estella");

        assertThat(publication(FINISH).publish(story, ANE, 1))
                .isEqualTo(new Outcome.Refused("Readers already see this version."));
        assertThat(news).hasSize(1);
    }

    @Test
    void an_older_version_saves_nothing_and_shows_the_newer_one() {
        var story = open("Skjelmose third on the line");
        save(story, 1, "Skjelmose third in Navarre", TEXT);

        var stale = save(ANE, story, 1, "Skjelmose on the podium", TEXT);

        assertThat(stale)
                .isInstanceOfSatisfying(
                        Saving.Stale.class,
                        s ->
                                assertThat(s.newer().headline())
                                        .isEqualTo("Skjelmose third in Navarre"));
        assertThat(new Revisions(sql).revisions(story, 10)).hasSize(2);
    }

    @Test
    void a_form_sent_twice_saves_once_and_is_no_conflict() {
        var story = open("Adrià in the favourites' group");

        assertThat(save(story, 1, "Adrià fifth", TEXT)).isEqualTo(new Saving.Saved(2, false));
        assertThat(save(story, 1, "Adrià fifth", TEXT)).isEqualTo(new Saving.Saved(2, false));
        assertThat(new Revisions(sql).revisions(story, 10)).hasSize(2);
    }

    @Test
    void of_many_who_save_at_once_exactly_one_wins() throws Exception {
        var story = open("Aranburu leads the sprint");
        var saves = new ArrayList<Callable<Saving>>();
        for (int i = 0; i < 8; i++) {
            var headline = "Aranburu leads the sprint, version " + i;
            var who = JON + i;
            saves.add(() -> save(who, story, 1, headline, TEXT));
        }

        try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = new ArrayList<Saving>();
            for (var result : all.invokeAll(saves)) {
                results.add(result.get());
            }
            assertThat(results).filteredOn(Saving.Saved.class::isInstance).hasSize(1);
            assertThat(results).filteredOn(Saving.Stale.class::isInstance).hasSize(7);
        }
    }

    @Test
    void facts_are_rows_of_every_revision_and_go_when_their_words_go() {
        var story = open("A fact and its row");
        save(
                story,
                1,
                "A fact and its row",
                "Ion Izagirre won alone.\n\nSergio Higuita was two seconds behind.");
        save(
                story,
                2,
                "A fact and its row",
                "Ion Izagirre won alone.\n\nSergio Higuita was three seconds behind.");

        assertThat(factsOf(story, 1)).containsExactly("two seconds from result/1/rider/2/gap");
        assertThat(factsOf(story, 2)).containsExactly("two seconds from result/1/rider/2/gap");
        assertThat(factsOf(story, 3)).isEmpty();
    }

    @Test
    void a_word_without_end_is_saved_and_found_by_its_beginning() {
        var story = open("A word without end");
        var endless = "Žő新".repeat(60_000);

        assertThat(save(story, 1, "A word without end", endless)).isInstanceOf(Saving.Saved.class);
        assertThat(new StorySearch(sql).find("zo新zo新", 10))
                .extracting(Manuscript::id)
                .contains(story);
        assertThat(new StorySearch(sql).find(endless.substring(0, 300), 10))
                .extracting(Manuscript::id)
                .contains(story);
    }

    @Test
    void a_correction_needs_a_note_and_shows_it() {
        var story = published("The gaps that slid");

        assertThat(publication(FINISH).correct(story, ANE, 1, "  "))
                .isInstanceOf(Outcome.Refused.class);
        save(story, 1, "The gaps, put right", TEXT);
        var note = "An earlier version gave Skjelmose the time of Higuita; he was at 13 seconds.";
        assertThat(publication(FINISH.plusSeconds(60)).correct(story, ANE, 2, note))
                .isInstanceOf(Outcome.Corrected.class);

        assertThat(stories().corrections(story))
                .containsExactly(new Story.Correction(FINISH.plusSeconds(60), note));
        assertThat(stories().byId(story).orElseThrow().headline()).isEqualTo("The gaps, put right");
    }

    @Test
    void a_withdrawn_story_leaves_its_reason_and_can_come_back() {
        var story = published("Two races mixed up");
        var slug = stories().byId(story).orElseThrow().slug();

        publication(FINISH.plusSeconds(60)).withdraw(story, JON, "It mixed two races up.");

        assertThat(stories().bySlug(slug)).isEmpty();
        assertThat(stories().latest(100)).noneMatch(s -> s.id() == story);
        assertThat(stories().withdrawal(slug))
                .contains(new Story.Withdrawal(FINISH.plusSeconds(60), "It mixed two races up."));
        assertThat(news.getLast()).isEqualTo(new StoryWithdrawn(story, slug));
        assertThat(publication(FINISH).publish(story, ANE, 1))
                .isInstanceOf(Outcome.Published.class);
        assertThat(stories().withdrawal(slug)).isEmpty();
    }

    @Test
    void an_address_is_unique_readable_and_never_the_houses_own() {
        var one = manuscripts().byId(open("Pogačar à Liège: «Enfin!»")).orElseThrow();
        var two = manuscripts().byId(open("Pogacar a Liege, enfin")).orElseThrow();
        var house = manuscripts().byId(open("Races")).orElseThrow();
        var none = manuscripts().byId(open("???")).orElseThrow();

        assertThat(one.slug()).isEqualTo("pogacar-a-liege-enfin");
        assertThat(two.slug()).isEqualTo("pogacar-a-liege-enfin-2");
        assertThat(house.slug()).isEqualTo("story-races");
        assertThat(none.slug()).isEqualTo("story");
    }

    @Test
    void an_address_follows_the_headline_until_the_story_is_live() {
        var story = open("Somebody wins in Estella");
        save(story, 1, "Izagirre beats Higuita in Estella", TEXT);
        assertThat(manuscripts().byId(story).orElseThrow().slug())
                .isEqualTo("izagirre-beats-higuita-in-estella");

        publication(FINISH).publish(story, ANE, 2);
        save(story, 2, "Izagirre beats Higuita", TEXT);

        assertThat(manuscripts().byId(story).orElseThrow().slug())
                .isEqualTo("izagirre-beats-higuita-in-estella");
    }

    @Test
    void more_to_follow_has_an_owner_and_one_end() {
        var story = published("More of this later");

        publication(FINISH).promiseMore(story, JON);
        publication(FINISH.plusSeconds(9)).promiseMore(story, ANE);
        assertThat(stories().byId(story).orElseThrow().moreToFollow()).isTrue();
        assertThat(manuscripts().byId(story).orElseThrow().promise())
                .isEqualTo(new Manuscript.Promise(JON, FINISH));
        assertThat(new Queue(sql).growing(10)).extracting(Manuscript::id).contains(story);

        publication(FINISH).settle(story, ANE);
        assertThat(stories().byId(story).orElseThrow().moreToFollow()).isFalse();
        assertThat(news).filteredOn(StoryUpdated.class::isInstance).hasSize(2);
    }

    @Test
    void the_latest_come_newest_first_also_by_author_and_edition() {
        var edition = 1955L;
        var early = openOn(edition, JON);
        var late = openOn(edition, JON);
        publication(FINISH.minusSeconds(60)).publish(late, ANE, 1);
        publication(FINISH.minusSeconds(90)).publish(early, ANE, 1);

        assertThat(stories().latestByAuthor(JON, 9))
                .extracting(Teaser::id)
                .containsExactly(late, early);
        assertThat(stories().latestOfEditions(List.of(edition), 1))
                .extracting(Teaser::id)
                .containsExactly(late);
        assertThat(stories().carrier(1955)).contains(late);
        assertThat(stories().carrier(1956)).isEmpty();
    }

    @Test
    void too_much_of_anything_is_refused_with_a_sentence() {
        var story = open("Limits of the desk");
        var edit = new Edit("k".repeat(101), "h".repeat(201), "s".repeat(401), "t".repeat(200_001));

        assertThat(manuscripts().save(story, ANE, 1, edit))
                .isInstanceOfSatisfying(
                        Saving.Refused.class,
                        refused ->
                                assertThat(refused.faults())
                                        .extracting(Edit.Fault::field)
                                        .containsExactly(
                                                "kicker", "headline", "standfirst", "text"));
        assertThat(edit.faults().getLast().sentence())
                .isEqualTo("The body is 200,001 characters long; 200,000 is the most.");
    }

    private Saving save(long story, int basedOn, String headline, String text) {
        return save(JON, story, basedOn, headline, text);
    }

    private Saving save(long who, long story, int basedOn, String headline, String text) {
        return manuscripts().save(story, who, basedOn, new Edit("", headline, "", text));
    }

    private long published(String headline) {
        var story = open(headline);
        publication(FINISH).publish(story, ANE, 1);
        return story;
    }

    private long open(String headline) {
        return stories().open(draft(headline, ANE, 2023));
    }

    private long openOn(long edition, long author) {
        return stories().open(draft("Told twice", author, edition));
    }

    private static Draft draft(String headline, long author, long edition) {
        return new Draft(
                "",
                headline,
                "",
                body(),
                author,
                OptionalLong.of(edition),
                OptionalLong.of(edition),
                "flash",
                false);
    }

    private static Document body() {
        return new Document(
                List.of(
                        new Paragraph(List.of(new Inline.Text("Ion Izagirre won."))),
                        new Paragraph(
                                List.of(
                                        new Inline.Text("Sergio Higuita was "),
                                        new Inline.Fact(
                                                "two seconds",
                                                new FactLink("gap", "result/1/rider/2/gap", "200")),
                                        new Inline.Text(" behind.")))));
    }

    private List<String> factsOf(long story, int revision) {
        return sql.sql(
                        """
                        SELECT text || ' from ' || source
                        FROM story_fact
                        WHERE story_id = :story AND revision = :revision
                        ORDER BY ordinal
                        """)
                .param("story", story)
                .param("revision", revision)
                .query(String.class)
                .list();
    }

    private Stories stories() {
        return new Stories(sql, manuscripts());
    }

    private Manuscripts manuscripts() {
        return new Manuscripts(sql, transaction, Clock.fixed(FINISH, ZoneOffset.UTC));
    }

    private Pictures pictures() {
        return new Pictures(
                sql,
                Clock.systemUTC(),
                new DataFolder(Path.of("target/pictures-of-stories")),
                MediaSettings.FOLDER);
    }

    private Publication publication(Instant now) {
        return new Publication(
                sql,
                transaction,
                Clock.fixed(now, ZoneOffset.UTC),
                news::add,
                manuscripts(),
                pictures());
    }
}
