package musette.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import musette.media.Photographs;
import musette.staff.Author;
import musette.staff.Staff;
import musette.staff.StaffLinks;
import musette.stories.Bylines;
import musette.stories.Publication;
import musette.stories.Stories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The owner and the people of the newsroom.
class StaffPagesTest {
    private static House house;
    private static Newsroom desk;
    private static Visit owner;

    @BeforeAll
    static void open() {
        house = House.open(Instant.parse("2023-04-01T14:00:00Z"));
        desk = new Newsroom(house);
        owner = desk.signedIn(house.ask(Staff.class).owner());
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void somebody_is_invited_comes_in_and_publishes() {
        var answer = invite("Ane Lasa", "Ane@musette.example", "editor");
        assertThat(owner.get(Visit.location(answer)).body())
                .contains("Invited.", "Ane Lasa", "has not come yet");

        var ane = new Visit(house);
        var link = wayIn("Ane@musette.example");
        ane.post(link, "_csrf", Visit.field(ane.get(link), "_csrf"));
        var story = desk.flash("Izagirre wins, says Ane");
        Newsroom.act(ane, story, "publication", 1, "Izagirre wins, says Ane", Newsroom.TEXT);

        assertThat(house.ask(Stories.class).byId(story)).isPresent();
        assertThat(owner.get("/desk/staff").body()).contains("Ane@musette.example</span>");
        assertThat(ane.get("/desk/staff").statusCode()).isEqualTo(403);
        var lateLink = desk.mailsTo("Ane@musette.example").size();
        post(
                house.ask(Staff.class).byEmail("ane@musette.example").orElseThrow().id(),
                "invitation");
        desk.awaitQuiet();
        assertThat(desk.mailsTo("Ane@musette.example")).hasSize(lateLink);
    }

    @Test
    void who_is_made_a_reporter_publishes_no_more_and_who_is_let_go_is_out_at_once() {
        var jon = house.ask(Staff.class).join("Jon", "jon@musette.example", "", Author.Role.EDITOR);
        var visit = desk.signedIn(jon);
        var story = desk.flash("Izagirre wins, says Jon");

        post(jon.id(), "role", "role", "reporter");
        var refused = Newsroom.act(visit, story, "publication", 1, "Izagirre wins", Newsroom.TEXT);
        assertThat(refused.statusCode()).isEqualTo(403);

        assertThat(owner.get(Visit.location(post(jon.id(), "removal"))).body())
                .contains("Every session of theirs has ended")
                .doesNotContain("jon@musette.example");
        assertThat(visit.get("/desk").statusCode()).isEqualTo(303);
        assertThat(post(jon.id(), "role", "role", "editor").statusCode()).isEqualTo(404);
    }

    @Test
    void a_newsroom_never_stays_without_an_owner() {
        var me = house.ask(Staff.class).owner().id();

        assertThat(post(me, "role", "role", "editor").body()).contains("needs an owner");
        assertThat(post(me, "removal").body()).contains("needs an owner");
        assertThat(owner.get("/desk/staff").statusCode()).isEqualTo(200);
    }

    @Test
    void a_byline_is_changed_for_readers() {
        var eki = house.ask(Staff.class).join("Eki", "eki@musette.example", "", Author.Role.EDITOR);

        post(eki.id(), "byline", "name", "Eki Ruiz", "biography", "Writes about hills.");

        assertThat(house.get("/authors/eki").body()).contains("Eki Ruiz", "Writes about hills.");
        assertThat(post(eki.id(), "byline", "name", " ").body()).contains("needs a name");
    }

    @Test
    void who_cannot_be_invited_is_told_and_what_was_typed_stays() {
        invite("Miren Oti", "miren@musette.example", "reporter");

        assertThat(invite("Miren Otra", "MIREN@musette.example", "editor").body())
                .contains("on the staff already", "Miren Otra");
        assertThat(invite("Nobody", "no address", "editor").body())
                .contains("no address that a mail could reach", "no address");
        assertThat(invite(" ", "x@musette.example", "editor").body()).contains("needs a name");
        assertThat(invite("Somebody", "x@musette.example", "emperor").statusCode()).isEqualTo(400);
    }

    @Test
    void the_page_fits_every_screen_and_everybody() {
        try (var eyes = new Eyes()) {
            for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                var width = scheme == ColorScheme.LIGHT ? 1_280 : 320;
                try (var context = eyes.context(width, scheme)) {
                    var page = context.newPage();
                    page.navigate(house.address(house.ask(StaffLinks.class).ownerPath()));
                    page.locator("main .button").click();
                    page.locator("nav a[href='/desk/staff']").click();
                    page.locator("details").first().evaluate("it => it.open = true");
                    assertThat(Eyes.complaints(page)).isEmpty();
                    Eyes.keep(page, "desk/staff-%s-%d".formatted(scheme, width));
                }
            }
        }
    }

    @Test
    void a_portrait_stands_beside_the_name_until_it_is_taken_away() throws IOException {
        var staff = house.ask(Staff.class);
        var member = staff.join("Miren Aldai", "miren@x.example", "Of hills.", Author.Role.EDITOR);
        var story = desk.flash("Izagirre wins beside a portrait");
        house.ask(Bylines.class).put(story, List.of(member.id()), true);
        house.ask(Publication.class).publish(story, staff.owner().id(), 1);
        try (var eyes = new Eyes();
                var context = eyes.context()) {
            var page = context.newPage();
            page.navigate(house.address(house.ask(StaffLinks.class).ownerPath()));
            page.locator("main .button").click();
            bring(page, member, "notes.txt", "no picture".getBytes(StandardCharsets.UTF_8));
            assertThat(page.locator(".notice.problem").textContent()).isNotBlank();
            bring(page, member, "me.jpg", Photographs.fromAPhone(900, 1_200));
            assertThat(page.locator(".notice").textContent()).contains("beside the name");

            for (var path :
                    List.of("/authors/" + member.slug(), "/izagirre-wins-beside-a-portrait")) {
                page.navigate(house.address(path));
                assertThat(
                                page.locator(".portrait img")
                                        .evaluate(
                                                "it => it.decode().then(() => it.naturalWidth >"
                                                        + " 0)"))
                        .isEqualTo(true);
                assertThat(Eyes.complaints(page)).isEmpty();
                Eyes.keep(page, "readers/portrait-" + path.split("-", 2)[0].replaceAll("\\W", ""));
            }
        }
        assertThat(post(member.id(), "portrait/removal").statusCode()).isEqualTo(303);
        assertThat(house.get("/authors/" + member.slug()).body())
                .doesNotContain("class=\"portrait\"");
    }

    private static void bring(Page page, Author member, String name, byte[] bytes) {
        page.navigate(house.address("/desk/staff"));
        page.locator("details").evaluateAll("all => all.forEach(it => { it.open = true; })");
        var form = page.locator("form[action='/desk/staff/" + member.id() + "/portrait']");
        form.locator("input[type=file]").setInputFiles(new FilePayload(name, "image/jpeg", bytes));
        form.locator("button").click();
    }

    private static HttpResponse<String> invite(String name, String email, String role) {
        return owner.post("/desk/staff", "name", name, "email", email, "role", role);
    }

    private static HttpResponse<String> post(long member, String act, String... fields) {
        return owner.post("/desk/staff/" + member + "/" + act, fields);
    }

    /// The link in the mail that was caught.
    private static String wayIn(String email) {
        var mail = desk.mailsOnceThereIsOne(email).getFirst().text();
        return mail.substring(mail.indexOf("/desk/sign-in/")).split("\\s", 2)[0];
    }
}
