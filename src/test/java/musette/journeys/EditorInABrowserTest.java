package musette.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import musette.racing.Results;
import musette.staff.Author;
import musette.staff.Staff;
import musette.staff.StaffLinks;
import musette.stories.Manuscript;
import musette.stories.Manuscripts;
import musette.stories.Revisions;
import musette.text.Document;
import musette.text.RandomStories;
import musette.wire.DemoFiles;
import musette.wire.Wire;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What people type in the editor, in a real browser.
class EditorInABrowserTest {
    private static House house;
    private static Newsroom newsroom;
    private static Eyes eyes;

    @BeforeAll
    static void open() {
        house = House.open(Instant.parse("2023-04-01T14:00:00Z"));
        newsroom = new Newsroom(house);
        eyes = new Eyes();
    }

    @AfterAll
    static void close() {
        eyes.close();
        house.close();
    }

    @Test
    void lists_quotes_headings_and_set_words_are_typed_and_reach_readers() {
        var story = newsroom.flash("Izagirre wins on the hill");
        try (var context = signedIn("Ane Lasa")) {
            var page = context.newPage();
            var writer = Writer.open(page, address(story)).atEnd();
            writer.type("\n## The final\nHe was ");
            page.keyboard().press("Control+b");
            writer.type("alone");
            page.keyboard().press("Control+b");
            writer.type(".\n- one\ntwo\n\n> \"I waited\"");
            page.keyboard().press("Enter");
            page.keyboard().press("Enter");
            writer.type(">> Then I went").awaitSaved();
            Eyes.keep(page, "desk/editor-blocks");
            page.keyboard().press("Control+Enter");
            page.waitForURL("**?done=published");
            page.locator("#notice a").click();
            Eyes.keep(page, "story-blocks");

            assertThat(page.locator(".telling h2").first().textContent()).isEqualTo("The final");
            assertThat(page.locator(".telling strong").first().textContent()).isEqualTo("alone");
            assertThat(page.locator(".telling .points li").allTextContents())
                    .containsExactly("one", "two");
            assertThat(page.locator(".telling blockquote").first().textContent())
                    .isEqualTo("“I waited”");
            assertThat(page.locator(".telling .pull").textContent()).isEqualTo("Then I went");
            assertThat(Eyes.complaints(page)).isEmpty();
        }
    }

    @Test
    void what_is_pasted_is_cleaned() {
        var story = newsroom.flash("Izagirre wins from a group");
        try (var context = signedIn("Ane Lasa")) {
            var page = context.newPage();
            var writer = Writer.open(page, address(story)).atEnd().type("\n");
            new Writer(page)
                    .paste(
                            """
                            <b style="font-weight:normal"><h3 style="color:red">Title</h3>\
                            <p onclick="alert(1)">A <span style="font-weight:700">bold</span> \
                            <a href="javascript:alert(1)">bad</a> <a href="https://a.example/b">good</a>\
                            <script>document.title='run'</script><img src=x onerror="document.title='run'">\
                            <span class="fact" data-kind="gap" data-source="result/9/rider/1/gap" \
                            data-value="100">nine seconds</span>\u200b</p></b>\
                            """);
            writer.awaitSaved();

            assertThat(page.title()).doesNotContain("run");
            var body = manuscript(story).body();
            assertThat(body.text()).contains("Title", "A bold bad good", "nine seconds");
            assertThat(body.facts()).hasSize(1);
            assertThat(marks(body))
                    .containsExactly("bold Strong[]", "good Link[href=https://a.example/b]");
            writer.atEndOf("h1");
            new Writer(page).paste("<p>by a</p><p>mile</p>");
            until(() -> manuscript(story).headline().equals("Izagirre wins from a groupby a mile"));
        }
    }

    @Test
    void a_fact_stays_whole_shows_its_row_and_becomes_words_by_hand() {
        var story = newsroom.flash("Izagirre wins with a gap");
        try (var context = signedIn("Ane Lasa")) {
            var page = context.newPage();
            var writer = Writer.open(page, address(story));
            page.locator(".ProseMirror .fact").click();
            assertThat(page.locator("#fact-says").textContent()).contains("two seconds");
            page.locator("[data-tool=unbind]").click();
            writer.awaitSaved();
            page.waitForCondition(() -> page.locator("#fact-list .empty").count() == 1);

            assertThat(manuscript(story).facts()).isEmpty();
            assertThat(manuscript(story).plainText()).isEqualTo(Newsroom.TEXT);
            page.keyboard().press("Control+z");
            until(() -> !manuscript(story).facts().isEmpty());
        }
    }

    @Test
    void facts_are_taken_from_the_cells_of_the_result_and_follow_it() {
        var ane = newsroom.signedIn(member("Ane Lasa"));
        var story = aboutTheResult(ane, "Rain on the hill");
        try (var context = signedIn("Ane Lasa")) {
            var page = context.newPage();
            var writer = Writer.open(page, address(story)).atEnd();
            page.locator(".take-fact").first().waitFor();
            var third = page.locator("#row-3");
            third.locator("[data-cell=rider] button").click();
            writer.type(" was");
            third.locator("[data-cell=placing] button").click();
            writer.type(" at");
            third.locator("[data-cell=gap] button").click();
            writer.type(".");
            third.locator("[data-cell=rider] button").click();
            writer.type(" was tired after 203 km.").awaitSaved();
            page.locator("#fact-list .fact").first().waitFor();
            page.locator(".ProseMirror .fact").nth(2).hover();
            Eyes.keep(page, "desk/editor-facts");

            assertThat(third.getAttribute("class")).contains("lit");
            assertThat(page.locator(".unbound").allTextContents()).containsExactly("203");
            var said = manuscript(story);
            assertThat(said.plainText())
                    .isEqualTo(
                            "Mattias Skjelmose was third at 13 seconds. Skjelmose was tired after"
                                    + " 203 km.");
            assertThat(said.facts())
                    .extracting(fact -> fact.link().kind())
                    .containsExactly("rider", "placing", "gap", "rider");
        }
        var corrected =
                DemoFiles.result()
                        .replace("# standing: official", "# standing: corrected")
                        .replace("Trek - Segafredo,,+0:13", "Trek - Segafredo,,+0:14");
        newsroom.putIn(ane, corrected);
        assertThat(ane.get("/desk").body()).contains("13 seconds", "Rain on the hill");
    }

    @Test
    void words_that_would_like_to_be_a_script_stay_words_for_editors_and_readers() {
        var story = newsroom.flash("Izagirre wins in plain words");
        var hits = new ArrayList<String>();
        try (var context = signedIn("Ane Lasa")) {
            var page = context.newPage();
            page.exposeFunction("hit", it -> hits.add(page.url()));
            page.onDialog(dialog -> hits.add(dialog.message()));
            var writer = Writer.open(page, address(story)).atEnd();
            for (var words : RandomStories.HOSTILE) {
                new Writer(page).paste("<p>" + words + "</p>");
                page.keyboard().insertText(words);
                page.keyboard().press("Enter");
            }
            page.keyboard().insertText("It\u0002 rained\ufffe on\u000b the hill\u0085.");
            writer.awaitSaved();
            page.keyboard().press("Control+Enter");
            page.waitForURL("**?done=published");
            page.locator("#story[data-ready]").waitFor();
            page.navigate(house.address("/" + manuscript(story).slug()));
            page.waitForTimeout(300);
            assertThat(page.locator(".telling").textContent())
                    .contains("<img src=x onerror=hit()>", "It rained on the hill.");
            assertThat(page.locator(".telling :is(img, svg, iframe, style, form, details)").count())
                    .isZero();
        }
        assertThat(hits).isEmpty();
    }

    @Test
    void five_megabytes_are_not_pasted_and_a_sentence_says_so() {
        var story = newsroom.flash("Izagirre wins at length");
        try (var context = signedIn("Ane Lasa")) {
            var page = context.newPage();
            var writer = Writer.open(page, address(story)).atEnd();
            new Writer(page)
                    .paste("<p>" + "<a style=x ".repeat(20) + "word ".repeat(1_000_000) + "</p>");
            page.locator("#status[data-kind=refused]").waitFor();
            assertThat(writer.status()).contains("too long to paste", "Nothing was changed");
            writer.type(" Short.").awaitSaved();
        }
        assertThat(manuscript(story).plainText()).isEqualTo(Newsroom.TEXT + " Short.");
    }

    @Test
    void nobody_writes_a_fact_down() {
        var story = newsroom.flash("Izagirre wins for real");
        var ane = newsroom.signedIn(member("Ane Lasa"));
        var whole = ane.get("/desk/stories/" + story + "/steps?since=-1").body();
        var forged =
                whole.replaceFirst("\"version\":1,", "\"version\":1,\"client\":\"x\",\"steps\":[],")
                        .replace("two seconds", "nine seconds");

        var refused = ane.postJson("/desk/stories/" + story + "/steps", forged);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("neither the story nor its result has");
        assertThat(manuscript(story).version()).isEqualTo(1);
    }

    @Test
    void what_was_typed_before_a_window_was_killed_comes_back() {
        var story = newsroom.flash("Izagirre wins before a crash");
        try (var context = signedIn("Ane Lasa")) {
            var page = context.newPage();
            var writer = Writer.open(page, address(story)).atEnd();
            page.route("**/steps", Route::abort);
            writer.type(" Typed without a newsroom.");
            page.locator("#status[data-kind=kept]").waitFor();
            assertThat(writer.status()).contains("Kept on this device");
            Eyes.keep(page, "desk/editor-offline");
            assertThatThrownBy(() -> page.navigate("chrome://crash"))
                    .isInstanceOf(PlaywrightException.class);

            var other = newsroom.signedIn(member("Peio Etxeberria"));
            assertThat(manuscript(story).plainText()).doesNotContain("Typed without");
            Newsroom.act(other, story, "revisions", 1, "Jon's headline", Newsroom.TEXT);
            Writer.open(context.newPage(), address(story));
            until(() -> manuscript(story).plainText().contains("Typed without a newsroom."));
            assertThat(manuscript(story).headline()).isEqualTo("Jon's headline");
        }
    }

    @Test
    void three_editors_at_once_end_with_the_same_story_and_no_lost_letter() {
        var story = newsroom.flash("Izagirre wins for three");
        var random = new Random(1);
        var contexts = new ArrayList<BrowserContext>();
        try {
            var writers = new ArrayList<Writer>();
            for (var name : List.of("Ane Lasa", "Jon Arrieta", "Miren Odriozola")) {
                var context = signedIn(name);
                contexts.add(context);
                writers.add(Writer.open(context.newPage(), address(story)));
            }
            var typed = List.of(new StringBuilder(), new StringBuilder(), new StringBuilder());
            writers.get(0).atEnd().type("\n");
            writers.get(1).sheet().locator("p:nth-of-type(5)").waitFor();
            writers.get(1).atEndOf("p:nth-of-type(4)");
            writers.get(2).atEndOf("p:nth-of-type(3)");
            for (int turn = 0; turn < Integer.getInteger("test.turns", 40); turn++) {
                for (int i = 0; i < 3; i++) {
                    var word = " " + (char) ('a' + i) + turn;
                    writers.get(i).type(word);
                    typed.get(i).append(word);
                    writers.get(i).page().waitForTimeout(random.nextInt(60));
                }
            }
            for (int i = 0; i < 3; i++) {
                int it = i;
                until(() -> words(manuscript(story)).contains(typed.get(it)));
            }
            var saved = words(manuscript(story));
            for (var writer : writers) {
                until(() -> words(writer).equals(saved));
            }
            assertThat(writers.getFirst().page().locator("#people").textContent())
                    .contains("Jon Arrieta", "Miren Odriozola");
            Eyes.keep(writers.getFirst().page(), "desk/editor-together");
            assertThat(house.ask(Revisions.class).revisions(story, 99)).hasSize(2);
        } finally {
            contexts.forEach(BrowserContext::close);
        }
    }

    @Test
    void a_changed_story_meets_the_window_that_is_open() {
        var story = newsroom.flash("Izagirre wins and is typed at");
        try (var context = signedIn("Ane Lasa")) {
            var writer = Writer.open(context.newPage(), address(story)).atEnd().type(" Mine.");
            var other = newsroom.signedIn(member("Peio Etxeberria"));
            writer.awaitSaved();
            var now = manuscript(story);
            Newsroom.act(
                    other,
                    story,
                    "revisions",
                    now.version(),
                    "Another headline",
                    now.plainText() + "\n\nAnother paragraph.");
            writer.type(" And mine again.");

            until(() -> words(writer).contains("Another headline"));
            until(() ->
                    manuscript(story)
                            .plainText()
                            .endsWith("Mine. And mine again.\n\nAnother paragraph."));
        }
    }

    /// A story that somebody began, with the table of the race under it.
    private static long aboutTheResult(Visit editor, String headline) {
        DemoFiles.putIn(house.ask(Wire.class), "Ane Lasa");
        newsroom.awaitQuiet();
        var result = house.ask(Results.class).newest(1).getFirst().id();
        var own = Visit.location(editor.post("/desk/stories", "headline", headline));
        editor.post(own + "/result", "version", "1", "result", Long.toString(result));
        return Long.parseLong(own.replaceAll("\\D", ""));
    }

    private static List<String> marks(Document document) {
        return document.texts().stream()
                .flatMap(text -> text.inlines().stream())
                .flatMap(inline -> inline.marks().stream().map(mark -> inline.text() + " " + mark))
                .toList();
    }

    private static String words(Manuscript story) {
        return String.join("\n", story.kicker(), story.headline(), story.standfirst())
                + "\n"
                + story.body().text().replace("\n\n", "\n");
    }

    /// As the window shows it, hints and carets left out.
    private static String words(Writer writer) {
        return (String)
                writer.page()
                        .evaluate(
                                """
                                () => [...document.querySelectorAll(".ProseMirror > *")].map((it) => {
                                    const copy = it.cloneNode(true);
                                    copy.querySelectorAll(".caret, br, img").forEach((x) => x.remove());
                                    return copy.textContent;
                                }).join("\\n")
                                """);
    }

    private static void until(Callable<Boolean> truth) {
        await().pollInSameThread().pollInterval(Duration.ofMillis(50)).until(truth);
    }

    private static Manuscript manuscript(long story) {
        return house.ask(Manuscripts.class).byId(story).orElseThrow();
    }

    private static String address(long story) {
        return house.address("/desk/stories/" + story);
    }

    private static BrowserContext signedIn(String name) {
        var member = member(name);
        var context = eyes.context(1_280, ColorScheme.LIGHT);
        var page = context.newPage();
        page.navigate(house.address(house.ask(StaffLinks.class).pathFor(member.id())));
        page.locator("main .button").click();
        page.waitForURL("**/desk");
        return context;
    }

    private static Author member(String name) {
        var email = name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@musette.example";
        var staff = house.ask(Staff.class);
        return staff.byEmail(email)
                .orElseGet(() -> staff.join(name, email, "", Author.Role.EDITOR));
    }
}
