package musette.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import musette.staff.Staff;
import musette.staff.StaffLinks;
import musette.stories.Draft;
import musette.stories.Manuscripts;
import musette.stories.Publication;
import musette.stories.Stories;
import musette.stories.Topics;
import musette.text.Document;
import musette.text.Document.Heading;
import musette.text.Document.Inline;
import musette.text.Document.Paragraph;
import musette.text.FactLink;
import musette.wire.DemoFiles;
import musette.wire.Wire;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DeskInABrowserTest {

    private static House house;
    private static Eyes eyes;
    private static long author;
    private static long live;

    @BeforeAll
    static void open() {
        house = House.open(Instant.parse("2023-04-01T14:00:00Z"));
        eyes = new Eyes();
        author = house.ask(Staff.class).owner().id();
        live = story("desk", "Estella waits for its climbers", true);
        house.ask(Publication.class).publish(live, author, 1);
        story("desk", "Ten names for the ramps of Navarre", false);
        house.clock().advance(Duration.ofMinutes(72));
    }

    @AfterAll
    static void close() {
        eyes.close();
        house.close();
    }

    @Test
    void a_waiting_flash_is_found_opened_and_published_from_the_keyboard() {
        var flash = story("flash", "Ion Izagirre wins for second time in career", true);
        try (var context = signedIn(1_280, ColorScheme.LIGHT)) {
            var page = context.newPage();
            page.navigate(house.address("/desk"));
            keep(page, "queue-light");

            page.keyboard().press("j");
            page.keyboard().press("Enter");
            page.waitForURL("**/desk/stories/" + flash);
            keep(page, "editor-light");
            page.keyboard().press("p");
            page.waitForURL("**?done=published");

            assertThat(page.locator(".notice").textContent()).contains("Readers see it now");
        }
        assertThat(house.ask(Stories.class).byId(flash)).isPresent();
    }

    @Test
    void typing_publishes_nothing_until_control_enter() {
        var flash = story("flash", "Higuita finishes second from solo chase", false);
        try (var context = signedIn(360, ColorScheme.DARK)) {
            var page = context.newPage();
            Writer.open(page, house.address("/desk/stories/" + flash))
                    .atEnd()
                    .type(" pppp")
                    .awaitSaved();
            assertThat(house.ask(Stories.class).byId(flash)).isEmpty();

            page.keyboard().press("Control+Enter");
            page.waitForURL("**?done=published");
        }
        assertThat(house.ask(Stories.class).byId(flash).orElseThrow().body().text())
                .contains(" pppp");
    }

    @Test
    void saving_stays_where_one_writes() {
        var flash = story("flash", "Alaphilippe sixth in Estella", false);
        try (var context = signedIn(1_280, ColorScheme.LIGHT)) {
            var page = context.newPage();
            var writer =
                    Writer.open(page, house.address("/desk/stories/" + flash))
                            .atEnd()
                            .type(" One ")
                            .awaitSaved();
            page.waitForCondition(() -> page.locator("#state").textContent().contains("version 2"));
            writer.type("p two");
            page.keyboard().press("Control+s");
            writer.awaitSaved();

            assertThat(writer.status()).matches("Saved \\d\\d:\\d\\d:\\d\\d");
            assertThat(page.locator("#steps").textContent()).contains("saved version 2");
            assertThat(page.url()).endsWith("/desk/stories/" + flash);
            page.locator("summary").first().focus();
            page.keyboard().press("p");
            assertThat(page.locator("#status").textContent()).contains("Ctrl+Enter publishes");
            keep(page, "editor-saved");
        }
        assertThat(house.ask(Stories.class).byId(flash)).isEmpty();
        assertThat(house.ask(Manuscripts.class).byId(flash).orElseThrow().plainText())
                .contains("One p two");
    }

    @Test
    void a_key_too_many_is_undone_from_the_keyboard_or_with_a_thumb() {
        var flash = story("flash", "Vauquelin seventh in Estella", false);
        try (var context = signedIn(360, ColorScheme.LIGHT)) {
            var page = context.newPage();
            Writer.open(page, house.address("/desk/stories/" + flash)).atEndOf("h1");
            page.keyboard().press("Control+Enter");
            page.waitForURL("**?done=published");
            keep(page, "editor-undo-360");
            assertThat(house.ask(Stories.class).byId(flash)).isPresent();

            page.locator("#undo").click();
            page.waitForURL("**?done=undone");
            assertThat(page.locator(".notice").textContent()).contains("Taken back");
        }
        assertThat(house.ask(Stories.class).byId(flash)).isEmpty();
    }

    @Test
    void a_session_that_ended_keeps_the_words_on_the_page_until_they_are_saved() {
        var flash = story("flash", "Rodríguez eighth in Estella", false);
        try (var context = signedIn(1_280, ColorScheme.LIGHT)) {
            var page = context.newPage();
            var writer = Writer.open(page, house.address("/desk/stories/" + flash)).atEnd();
            var session =
                    context.cookies().stream()
                            .filter(c -> c.name.equals("musette-session"))
                            .toList();
            context.clearCookies();
            writer.type(" Written without a session.");
            page.locator("#status a").waitFor();
            assertThat(writer.status()).contains("Kept on this device", "Sign in");
            keep(page, "editor-signed-out");

            context.addCookies(session);
            page.keyboard().press("Control+s");
            writer.awaitSaved();
        }
        assertThat(house.ask(Manuscripts.class).byId(flash).orElseThrow().plainText())
                .endsWith("Written without a session.");
    }

    @Test
    void single_keys_can_be_switched_off() {
        var flash = story("flash", "Skjelmose third at 13 seconds", false);
        try (var context = signedIn(1_280, ColorScheme.LIGHT)) {
            var page = context.newPage();
            page.navigate(house.address("/desk/stories/" + flash));
            page.keyboard().press("?");
            assertThat(page.locator("#single-keys").isVisible()).isTrue();
            page.locator("#single-keys").click();
            page.locator("summary").first().focus();
            page.keyboard().press("p");

            assertThat(page.url()).endsWith("/desk/stories/" + flash);
            assertThat(page.locator("#status").textContent()).isEmpty();
        }
        assertThat(house.ask(Stories.class).byId(flash)).isEmpty();
    }

    @Test
    void every_page_of_the_desk_is_accessible_and_fits_its_screen() {
        var flash = story("flash", "Kron fourth at 20 seconds in Estella", true);
        var arrivals = results();
        house.ask(Topics.class).put(flash, List.of("Navarre", "One-day races"), true);
        var paths =
                List.of(
                        "/desk",
                        "/desk/stories/" + flash,
                        "/desk/stories/" + live,
                        "/desk/stories/" + live + "/preview",
                        "/desk/stories/" + flash + "/sharing",
                        "/desk/results",
                        "/desk/riders",
                        "/desk/results/senders",
                        arrivals.getFirst(),
                        arrivals.getLast(),
                        "/desk/calendar",
                        "/desk/topics",
                        "/desk/log",
                        "/desk/mail",
                        "/desk/sign-in");
        var complaints = new ArrayList<String>();
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            var width = scheme == ColorScheme.LIGHT ? 1_280 : 360;
            try (var context = signedIn(width, scheme)) {
                var page = context.newPage();
                for (var path : paths) {
                    page.navigate(house.address(path));
                    page.evaluate(
                            "document.querySelectorAll('details').forEach(d => d.open = true)");
                    complaints.addAll(Eyes.complaints(page));
                    keep(page, "%s-%s-%d".formatted(name(path), scheme, width));
                }
            }
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    void no_page_of_the_desk_is_wider_than_its_screen() {
        var flash =
                story("flash", "Donaudampfschifffahrtsgesellschaftskapitänsmützen".repeat(3), true);
        try (var context = signedIn(320, ColorScheme.LIGHT)) {
            var page = context.newPage();
            for (var path :
                    List.of(
                            "/desk",
                            "/desk/stories/" + flash,
                            "/desk/results",
                            "/desk/riders",
                            "/desk/results/senders",
                            "/desk/calendar",
                            "/desk/topics",
                            "/desk/log",
                            results().getLast())) {
                page.navigate(house.address(path));
                for (var width : List.of(320, 360, 768, 1_280)) {
                    page.setViewportSize(width, 800);
                    assertThat(Eyes.isWider(page)).as(path + " at " + width).isFalse();
                    keep(page, "%s-%d".formatted(name(path), width));
                }
            }
        }
    }

    @Test
    void a_token_is_made_seen_once_and_ended() {
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            var width = scheme == ColorScheme.LIGHT ? 1_280 : 320;
            try (var context = signedIn(width, scheme)) {
                var page = context.newPage();
                page.navigate(house.address("/desk/results"));
                page.locator("a[href='/desk/results/senders']").click();
                page.locator("#name").fill("Chip & Co");
                page.locator("input[name=live]").check();
                page.locator("text=Make its token").click();
                assertThat(page.locator(".token code").first().textContent())
                        .matches("musette_[\\w-]{43}");
                assertThat(page.locator(".entries").textContent())
                        .contains("Chip & Co", "every race", "counts at once", "sent nothing yet");
                assertThat(Eyes.complaints(page)).isEmpty();
                assertThat(Eyes.isWider(page)).isFalse();
                keep(page, "token-%s-%d".formatted(scheme, width));
                page.locator("button[aria-label='End Chip & Co']").click();
                assertThat(page.locator(".token").count()).isZero();
                assertThat(page.locator("main").textContent()).contains("No program sends");
            }
        }
    }

    @Test
    void without_scripts_every_act_has_its_button() {
        var flash = story("flash", "Strong seventh in Estella", false);
        try (var context = eyes.withoutScripts()) {
            var page = signIn(context);
            page.navigate(house.address("/desk/stories/" + flash));
            page.locator("#publish").click();

            assertThat(page.locator(".notice").textContent()).contains("Readers see it now");
        }
    }

    /// A result that is in, and another version of it that waits.
    private static List<String> results() {
        var wire = house.ask(Wire.class);
        var in = DemoFiles.putIn(wire, "Ane Lasa");
        var list =
                "# race: Trofeo de Navarra\nyear,family,given,nation\n"
                        + "2018,Izagirre Insausti,Ion,ESP\n2017,Other,Somebody,FRA\n";
        wire.receive(
                "winners.csv",
                new ByteArrayInputStream(list.getBytes(StandardCharsets.UTF_8)),
                "Ane Lasa");
        var newer = DemoFiles.result().replace("+0:13", "+0:14").replace("+0:20,,100", "soon,,");
        var waits =
                wire.present(
                        "corrected.csv",
                        new ByteArrayInputStream(newer.getBytes(StandardCharsets.UTF_8)),
                        "Ane Lasa");
        return List.of("/desk/results/" + in.arrival(), "/desk/results/" + waits.arrival());
    }

    private static BrowserContext signedIn(int width, ColorScheme scheme) {
        var context = eyes.context(width, scheme);
        signIn(context);
        return context;
    }

    private static Page signIn(BrowserContext context) {
        var page = context.newPage();
        page.navigate(house.address(house.ask(StaffLinks.class).ownerPath()));
        page.locator("main .button").click();
        page.waitForURL("**/desk");
        return page;
    }

    private static long story(String origin, String headline, boolean isGrowing) {
        return house.ask(Stories.class)
                .open(
                        new Draft(
                                "Gran Premio Miguel Indurain",
                                headline,
                                "Sergio Higuita finishes second from solo chase",
                                body(),
                                author,
                                OptionalLong.empty(),
                                OptionalLong.empty(),
                                origin,
                                isGrowing));
    }

    private static Document body() {
        return new Document(
                List.of(
                        new Paragraph(
                                List.of(
                                        fact("rider", "Ion Izagirre", "5"),
                                        new Inline.Text(" ("),
                                        fact("team", "Cofidis", "11"),
                                        new Inline.Text(
                                                ") won the Gran Premio Miguel Indurain in"
                                                        + " Estella."))),
                        new Heading(List.of(new Inline.Text("A chase alone"))),
                        new Paragraph(
                                List.of(
                                        fact("rider", "Sergio Higuita", "6"),
                                        new Inline.Text(" was second, "),
                                        fact("gap", "two seconds", "200"),
                                        new Inline.Text(" behind.")))));
    }

    private static Inline.Fact fact(String kind, String text, String value) {
        return new Inline.Fact(text, new FactLink(kind, "result/17/rider/5/" + kind, value));
    }

    private static String name(String path) {
        return path.substring(1).replaceAll("[0-9]+", "n").replace('/', '-');
    }

    private static void keep(Page page, String name) {
        Eyes.keep(page, "desk/" + name);
    }
}
