package musette.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import musette.staff.Staff;
import musette.store.EventRetries;
import musette.stories.ChangedFact;
import musette.stories.Draft;
import musette.stories.FactChanges;
import musette.stories.FactFollowing;
import musette.stories.Manuscript;
import musette.stories.Manuscripts;
import musette.stories.Publication;
import musette.stories.Queue;
import musette.stories.Stories;
import musette.text.Document;
import musette.text.Edit;
import musette.wire.DemoFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// The day the house was founded on: gaps that were typed one row too high, a story that says them,
/// and the official result.
class ChangedResultTest {
    private static final String OFFICIAL = DemoFiles.result();
    private static final String SHIFTED = DemoFiles.shifted();

    private House house;
    private Visit editor;

    @BeforeEach
    void open() {
        var now = Instant.parse("2023-04-01T15:00:00Z");
        house = House.open(now, "musette.flash.opens-within=1000d");
        editor = new Newsroom(house).signedIn("Nerea Díaz");
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void a_flash_that_nobody_has_touched_follows_its_result() {
        put(SHIFTED);
        var flash = flash();
        assertThat(flash.plainText()).contains("same time");

        put(OFFICIAL);

        var now = manuscript(flash.id());
        assertThat(now.plainText())
                .contains("13 seconds", "20 seconds")
                .doesNotContain("provisional");
        assertThat(now.head()).isEqualTo(2);
        assertThat(changes()).isEmpty();
        assertThat(editor.get("/desk/stories/" + flash.id()).body()).contains("drafted anew");
        put(OFFICIAL);
        assertThat(manuscript(flash.id()).head()).isEqualTo(2);
    }

    @Test
    void another_winner_of_an_earlier_edition_is_told_in_the_flash_of_a_later_one() {
        var rows = "\nplace,family,given,gap\n1,Vos,Marianne,\n2,Brand,Lucinda,+0:04\n";
        put("# race: Ronde\n# year: 2021\nplace,family,given\n1,Wild,Kirsten\n");
        put("# race: Ronde\n# year: 2022\n# standing: official" + rows);
        put("# race: Ronde\n# year: 2023\n# gender: women\n# standing: official" + rows);
        assertThat(editor.get("/desk").body())
                .containsSubsequence("result of 2023", "result of 2022", "result of 2021");
        assertThat(flash().plainText())
                .contains("Vos had also won in 2022; it is her second win in a row.");

        put(
                "# race: Ronde\n# year: 2022\n# standing: corrected"
                        + rows.replace("1,Vos,Marianne,", "1,Brand,Lucinda,")
                                .replace("2,Brand,Lucinda", "2,Vos,Marianne"));

        assertThat(flash().plainText())
                .contains("2023 Ronde", "Brand had won in 2022.")
                .doesNotContain("also won", "in a row");
    }

    @Test
    void in_a_draft_that_a_reporter_wrote_in_the_sentences_of_the_flash_follow() {
        put(SHIFTED);
        var flash = flash();
        save(flash, flash.plainText().replaceFirst("[.] ", ". It rained. ") + "\n\nThen sun.");

        put(OFFICIAL);

        var now = manuscript(flash.id());
        assertThat(changes()).isEmpty();
        assertThat(now.plainText())
                .contains("13 seconds", "20 seconds", ". It rained. ", "\n\nThen sun.")
                .doesNotContain("provisional");
        assertThat(now.facts()).extracting(fact -> fact.link().value()).contains("1300", "2000");
        assertThat(editor.get("/desk/stories/" + flash.id()).body())
                .contains("followed its result");
    }

    @Test
    void words_that_are_being_saved_while_the_flash_is_drafted_anew_stay() throws Exception {
        put(SHIFTED);
        var flash = flash();
        var manuscripts = house.ask(Manuscripts.class);
        var typed = flash.plainText() + "\n\nIt rained.";
        var edit = new Edit(flash.kicker(), flash.headline(), flash.standfirst(), typed);
        var fresh =
                new Draft(
                        "",
                        "Izagirre wins",
                        "",
                        new Document(List.of()),
                        flash.author(),
                        flash.edition(),
                        flash.result(),
                        "flash",
                        true);
        var result = flash.result().getAsLong();
        var redraft = new FutureTask<Void>(() -> manuscripts.redraftUntouched(result, fresh), null);

        house.ask(TransactionTemplate.class)
                .executeWithoutResult(status -> {
                    manuscripts.save(flash.id(), flash.author(), flash.head(), edit);
                    Thread.startVirtualThread(redraft);
                    await().until(this::somebodyWaitsForALock);
                });
        redraft.get(10, TimeUnit.SECONDS);

        assertThat(manuscript(flash.id()).plainText()).contains("It rained.", "Izagirre");
    }

    private boolean somebodyWaitsForALock() {
        return house.ask(JdbcClient.class)
                .sql("SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted)")
                .query(Boolean.class)
                .single();
    }

    @Test
    void where_a_reporter_s_words_and_a_changed_fact_meet_the_desk_asks() {
        put(SHIFTED);
        var flash = flash();
        var typed =
                flash.plainText().replace("Mattias Skjelmose", "In the rain, Mattias Skjelmose");
        assertThat(typed).isNotEqualTo(flash.plainText());
        save(flash, typed);

        put(OFFICIAL);

        assertThat(manuscript(flash.id()).plainText())
                .contains("In the rain, Mattias Skjelmose")
                .doesNotContain("The result is provisional.");
        assertThat(changes())
                .isNotEmpty()
                .allMatch(change -> change.oldSentence().contains("In the rain"));
    }

    @Test
    void a_list_of_winners_that_comes_late_reaches_the_flash_and_the_story() {
        put(OFFICIAL);
        assertThat(flash().headline()).doesNotContain("second time");

        put(DemoFiles.winners());

        assertThat(flash().headline()).contains("for the second time");
        assertThat(house.get("/races/gran-premio-miguel-indurain").body()).contains("Not held");
        var published = flash();
        house.ask(Publication.class).publish(published.id(), published.author(), published.head());
        put(DemoFiles.winners().replace("2016,Izagirre,Ion", "2016,Moreno,Daniel"));
        assertThat(changes()).isNotEmpty().allMatch(change -> change.source().contains("win"));
    }

    @Test
    void what_a_changed_result_makes_wrong_stands_above_everything_until_somebody_decides() {
        var story = published();

        put(OFFICIAL);

        assertThat(changes())
                .extracting(ChangedFact::newWords)
                .containsExactlyInAnyOrder("+0:13", "+0:20", "official");
        assertThat(editor.get("/desk").body())
                .contains("Changed facts", "readers see it", "<ins>+0:13</ins>");
        assertThat(page(story)).contains("Being corrected");
        assertThat(house.get("/races/gran-premio-miguel-indurain/2023").body())
                .contains("+0:13", "+0:20");
    }

    @Test
    void one_key_corrects_the_story_tells_readers_and_keeps_the_facts_bound() {
        var story = published();
        put(OFFICIAL);
        var before = manuscript(story.id());

        editor.post("/desk/stories/" + story.id() + "/facts/take");

        assertThat(changes()).isEmpty();
        assertThat(page(story))
                .contains("13 seconds", "20 seconds", "Correction", "An earlier version said:")
                .doesNotContain("Being corrected", "The result is provisional.");
        var now = manuscript(story.id());
        assertThat(now.facts()).extracting(fact -> fact.link().value()).contains("1300", "2000");
        assertThat(now.headline()).isEqualTo(before.headline());
        assertThat(house.ask(Stories.class).corrections(story.id())).hasSize(1);
    }

    @Test
    void sentences_are_taken_one_by_one_and_readers_see_them_together() {
        var story = published();
        put(OFFICIAL);
        var open = changes();

        for (var change : open) {
            assertThat(house.ask(Stories.class).corrections(story.id())).isEmpty();
            editor.post("/desk/stories/" + story.id() + "/facts/take", "source", change.source());
        }

        assertThat(changes()).isEmpty();
        assertThat(house.ask(Stories.class).corrections(story.id())).hasSize(1);
    }

    @Test
    void words_that_a_person_typed_stay_and_the_story_is_not_published_before_a_decision() {
        var story = published();
        var words = manuscript(story.id()).plainText() + "\n\nIt rained, says our reporter.";
        save(story, words);
        put(OFFICIAL);

        var refused = act(story, "publication", words);
        assertThat(refused).contains("The result has changed and this version still says");

        var taken = editor.post("/desk/stories/" + story.id() + "/facts/take");
        assertThat(editor.get(Visit.location(taken)).body())
                .contains("words that readers have not seen: read it", "It rained");
        assertThat(page(story)).doesNotContain("It rained").contains("Being corrected");

        act(story, "publication", manuscript(story.id()).plainText());
        assertThat(page(story))
                .contains("It rained, says our reporter.", "13 seconds")
                .doesNotContain("Being corrected");
    }

    @Test
    void a_decision_that_was_cut_off_in_the_middle_is_finished_by_pressing_again() {
        var story = published();
        put(OFFICIAL);
        var following = house.ask(FactFollowing.class);
        var open = changes();
        open.forEach(change -> following.take(story.id(), change.source(), story.author()));
        assertThat(page(story)).contains("Being corrected"); // Here the program stopped.

        editor.post(
                "/desk/stories/" + story.id() + "/facts/take", "source", open.getFirst().source());

        assertThat(changes()).isEmpty();
        assertThat(page(story)).contains("13 seconds").doesNotContain("Being corrected");
    }

    @Test
    void whoever_owns_the_flash_does_not_save_old_gaps_over_the_ones_it_was_drafted_anew_with() {
        put(SHIFTED);
        var flash = flash();
        var owner = new Newsroom(house).signedIn(house.ask(Staff.class).owner());
        var typed = flash.plainText() + "\n\nIt rained.";
        put(OFFICIAL);

        var late =
                owner.post(
                        "/desk/stories/" + flash.id() + "/publication",
                        "version",
                        Integer.toString(flash.head()),
                        "headline",
                        flash.headline(),
                        "text",
                        typed);

        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("It rained.", "13 seconds");
        assertThat(house.ask(Stories.class).byId(flash.id())).isEmpty();
    }

    @Test
    void what_is_kept_has_a_reason_and_is_asked_again_when_the_result_changes_again() {
        var story = published();
        put(OFFICIAL);
        var first = changes();

        var without =
                editor.post(
                        "/desk/stories/" + story.id() + "/facts/keep",
                        "source",
                        first.getFirst().source());
        assertThat(without.statusCode()).isEqualTo(400);
        for (var change : first) {
            editor.post(
                    "/desk/stories/" + story.id() + "/facts/keep",
                    "source",
                    change.source(),
                    "reason",
                    "The jury will look at it again.");
        }
        assertThat(changes()).isEmpty();
        assertThat(page(story)).doesNotContain("Being corrected");

        put(
                OFFICIAL.replace("# standing: official", "# standing: corrected")
                        .replace("Lotto Dstny,,+0:20", "Lotto Dstny,,+0:21"));
        assertThat(changes())
                .extracting(ChangedFact::newWords)
                .containsExactlyInAnyOrder("+0:21", "corrected");
    }

    @Test
    void an_alarm_goes_by_itself_when_the_result_or_the_words_say_otherwise() {
        var story = published();
        var official = put(OFFICIAL);
        assertThat(changes()).isNotEmpty();

        editor.post(official + "/undo");
        quiet();
        assertThat(changes()).isEmpty();

        put(OFFICIAL);
        act(story, "publication", "Izagirre won.", "More is not known yet");
        assertThat(changes()).isEmpty();
    }

    private Manuscript published() {
        put(SHIFTED);
        var flash = flash();
        house.ask(Publication.class).publish(flash.id(), flash.author(), flash.head());
        assertThat(page(flash)).contains("same time").doesNotContain("Being corrected");
        house.clock().advance(Duration.ofMinutes(5));
        return flash;
    }

    private Manuscript flash() {
        return house.ask(Queue.class).waitingFlashes(1).getFirst();
    }

    private Manuscript manuscript(long id) {
        return house.ask(Manuscripts.class).byId(id).orElseThrow();
    }

    private String page(Manuscript story) {
        await().atMost(Duration.ofSeconds(5))
                .until(() -> house.get("/" + story.slug()).statusCode() == 200);
        return house.get("/" + story.slug()).body();
    }

    private List<ChangedFact> changes() {
        return house.ask(FactChanges.class).open();
    }

    private void save(Manuscript story, String text) {
        act(story, "revisions", text);
    }

    private String act(Manuscript story, String act, String text) {
        return act(story, act, text, manuscript(story.id()).standfirst());
    }

    private String act(Manuscript story, String act, String text, String standfirst) {
        var now = manuscript(story.id());
        return editor.post(
                        "/desk/stories/" + story.id() + "/" + act,
                        "version",
                        Integer.toString(now.head()),
                        "kicker",
                        now.kicker(),
                        "headline",
                        now.headline(),
                        "standfirst",
                        standfirst,
                        "text",
                        text)
                .body();
    }

    private String put(String file) {
        var arrival = Visit.location(editor.post("/desk/results", "pasted", file));
        editor.post(arrival + "/application");
        quiet();
        return arrival;
    }

    private void quiet() {
        assertThat(house.ask(EventRetries.class).awaitQuiet(Duration.ofSeconds(20))).isTrue();
    }
}
