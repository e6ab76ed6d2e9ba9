package musette.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import musette.staff.Author;
import musette.staff.Staff;
import musette.staff.StaffLinks;
import musette.stories.Manuscripts;
import musette.stories.Stories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DeskDoorTest {
    private static House house;
    private static Newsroom desk;

    @BeforeAll
    static void open() {
        house = House.open(Instant.parse("2023-04-01T15:00:00Z"));
        desk = new Newsroom(house);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void looking_at_a_link_signs_nobody_in_and_its_button_does_once() {
        var link = house.ask(StaffLinks.class).ownerPath();
        var scanner = new Visit(house);
        var owner = new Visit(house);

        assertThat(scanner.get(link).body()).contains("Welcome to the desk");
        assertThat(scanner.get(link).statusCode()).isEqualTo(200);
        assertThat(Visit.target(scanner.get("/desk"))).isEqualTo("/desk/sign-in");

        var entered = owner.post(link, "_csrf", Visit.field(owner.get(link), "_csrf"));
        assertThat(Visit.target(entered)).isEqualTo("/desk");
        assertThat(owner.get("/desk").body()).contains("Waiting flashes");

        assertThat(owner.get(link).statusCode()).isEqualTo(410);
        assertThat(owner.get(link).body()).contains("This link has done its work");
    }

    @Test
    void a_session_that_ends_while_somebody_writes_loses_no_words() {
        var member =
                house.ask(Staff.class)
                        .join("Lide Arana", "lide@musette.example", "", Author.Role.EDITOR);
        var editor = desk.signedIn(member);
        var story = desk.flash("Written for an hour");
        var page = editor.get("/desk/stories/" + story);
        editor.post("/desk/sign-out");

        var words = new String[] {"headline", "Written for <an hour>", "text", "An hour's work."};
        var path = "/desk/stories/" + story + "/revisions";

        var lost = editor.post(path, Newsroom.with("version", Visit.field(page, "version"), words));

        assertThat(lost.statusCode()).isEqualTo(401);
        assertThat(lost.body())
                .contains("Your words are not lost")
                .contains("Written for &lt;an hour&gt;")
                .contains("An hour's work.")
                .contains("action=\"" + path + "\"")
                .contains("class=\"desk-head\"");

        var link = house.ask(StaffLinks.class).pathFor(member.id());
        editor.post(link);
        var again =
                editor.post(path, Newsroom.with("version", Visit.field(lost, "version"), words));
        assertThat(again.statusCode()).isEqualTo(303);
        assertThat(house.ask(Manuscripts.class).byId(story).orElseThrow().plainText())
                .contains("An hour's work.");
    }

    @Test
    void trouble_at_the_desk_stands_in_its_frame_and_programs_get_json() {
        var editor = desk.signedIn("Amets Ruiz");
        assertThat(editor.get("/desk").body()).doesNotContain("/desk/mail"); // The owner's.

        assertThat(editor.get("/desk/nothing-here").body())
                .contains("class=\"desk-head\"")
                .contains("There is nothing at this address.");
        assertThat(editor.get("/nothing/here").body()).doesNotContain("desk-head");
        var stale = editor.postAsItStands("/desk/stories", "headline", "Kept as typed");
        assertThat(stale.statusCode()).isEqualTo(403);
        assertThat(stale.body()).contains("class=\"desk-head\"").contains("Kept as typed");

        var json = editor.get("/desk/nothing-here", "Accept", "application/json");
        assertThat(json.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(json.body())
                .isEqualTo("{\"status\":404,\"title\":\"There is nothing at this address.\"}");
    }

    @Test
    void signing_in_leads_back_to_the_page_that_was_asked_for() {
        house.ask(Staff.class).join("Eki Ruiz", "eki@musette.example", "", Author.Role.EDITOR);
        var story = desk.flash("Asked for before signing in");
        var editor = new Visit(house);
        var asked = "/desk/stories/" + story;

        var door = editor.get(Visit.location(editor.get(asked)));
        var sent =
                editor.post(
                        "/desk/sign-in",
                        "email",
                        "eki@musette.example",
                        "return",
                        Visit.field(door, "return"));
        assertThat(editor.get(Visit.location(sent)).body()).contains("a mail is on its way");
        var mail = desk.mailsOnceThereIsOne("eki@musette.example").getFirst().text();
        var link = mail.substring(mail.indexOf("/desk/sign-in/")).split("\\s", 2)[0];
        var entered =
                editor.post(
                        link.split("\\?", 2)[0], "return", Visit.field(editor.get(link), "return"));

        assertThat(Visit.location(entered)).isEqualTo(asked);
        assertThat(Visit.location(new Visit(house).get("/account")))
                .isEqualTo("/sign-in?return=/account");
        assertThat(Visit.field(editor.get("/desk/sign-in?return=//elsewhere.example"), "return"))
                .isEqualTo("/desk");
    }

    @Test
    void only_a_form_of_ours_by_somebody_signed_in_changes_anything() {
        var editor = desk.signedIn("Leire Ibarra");
        var story = desk.flash("Aranburu sixth");
        var path = "/desk/stories/" + story + "/publication";
        var words = new String[] {"version", "1", "headline", "Stolen", "text", "Stolen"};

        assertThat(editor.postAsItStands(path, words).statusCode()).isEqualTo(403);
        var stranger = new Visit(house);
        assertThat(stranger.postAsItStands(path, words).statusCode()).isEqualTo(403);
        var proof = Visit.field(stranger.get("/desk/sign-in"), "_csrf");
        assertThat(stranger.post(path, Newsroom.with("_csrf", proof, words)).statusCode())
                .isEqualTo(401);
        assertThat(fromElsewhere(path).statusCode()).isEqualTo(403);

        editor.post("/desk/sign-out", "_csrf", Visit.field(editor.get("/desk"), "_csrf"));
        assertThat(Visit.target(editor.get("/desk/stories/" + story))).isEqualTo("/desk/sign-in");
        assertThat(house.ask(Stories.class).byId(story)).isEmpty();
    }

    @Test
    void somebody_removed_can_do_nothing_with_the_session_they_still_hold() {
        var staff = house.ask(Staff.class);
        var member = staff.join("Gone Tomorrow", "gone@musette.example", "", Author.Role.REPORTER);
        var visit = desk.signedIn(member);
        var story = desk.flash("Strong seventh");
        var proof = Visit.field(visit.get("/desk"), "_csrf");

        staff.remove(member.id());

        assertThat(Visit.target(visit.get("/desk/mail"))).isEqualTo("/desk/sign-in");
        var path = "/desk/stories/" + story + "/publication";
        var words =
                Newsroom.with(
                        "_csrf", proof, "version", "1", "headline", "Mine", "text", Newsroom.TEXT);
        assertThat(visit.post(path, words).statusCode()).isIn(401, 403);
        assertThat(house.ask(Stories.class).byId(story)).isEmpty();
    }

    @Test
    void the_code_in_the_mail_opens_the_desk_in_the_browser_that_asked() {
        house.ask(Staff.class).join("Ane Goñi", "ane@musette.example", "", Author.Role.EDITOR);
        var asking = new Visit(house);
        asking.post("/desk/sign-in", "email", "ane@musette.example", "return", "/desk/results");
        var code = Visit.code(desk.mailsOnceThereIsOne("ane@musette.example").getFirst().text());

        var elsewhere = new Visit(house).post("/desk/sign-in/code", "code", code);
        assertThat(elsewhere.statusCode()).isEqualTo(400);
        assertThat(elsewhere.body()).contains("That code does not work here");
        var entered = asking.post("/desk/sign-in/code", "code", code, "return", "/desk/results");
        assertThat(Visit.location(entered)).isEqualTo("/desk/results");
        assertThat(asking.get("/desk").statusCode()).isEqualTo(200);
    }

    @Test
    void a_link_is_mailed_to_the_staff_and_the_answer_tells_nobody_who_that_is() {
        house.ask(Staff.class).join("Asier Oti", "asier@musette.example", "", Author.Role.EDITOR);
        var visit = new Visit(house);

        var known = ask(visit, "Asier@musette.example");
        var again = ask(visit, "asier@musette.example");
        var unknown = ask(visit, "stranger@elsewhere.example");

        assertThat(List.of(known, again, unknown)).containsOnly("/desk/sign-in");
        var mails = desk.mailsOnceThereIsOne("asier@musette.example");
        assertThat(mails).hasSize(1);
        assertThat(mails.getFirst().text()).contains("/desk/sign-in/");
        var owner = desk.signedIn(house.ask(Staff.class).owner());
        assertThat(owner.get("/desk/mail/" + mails.getFirst().id()).body())
                .containsPattern("<a href=\"http://127.0.0.1:[0-9]+/desk/sign-in/[^\"]+\">http");
        assertThat(desk.mailsTo("stranger@elsewhere.example")).isEmpty();
    }

    private static String ask(Visit visit, String email) {
        var proof = Visit.field(visit.get("/desk/sign-in"), "_csrf");
        return Visit.target(visit.post("/desk/sign-in", "_csrf", proof, "email", email));
    }

    private static HttpResponse<String> fromElsewhere(String path) {
        return house.send(
                HttpRequest.newBuilder(URI.create(house.address(path)))
                        .header("Origin", "https://elsewhere.example")
                        .POST(HttpRequest.BodyPublishers.ofString("a=b", StandardCharsets.UTF_8))
                        .build());
    }
}
