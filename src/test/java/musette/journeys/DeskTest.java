package musette.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import musette.post.CaughtMail;
import musette.post.CaughtMails;
import musette.staff.Author;
import musette.staff.Staff;
import musette.staff.StaffLinks;
import musette.stories.Document;
import musette.stories.Document.Inline;
import musette.stories.Document.Paragraph;
import musette.stories.Draft;
import musette.stories.FactLink;
import musette.stories.Manuscripts;
import musette.stories.Stories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DeskTest {
    private static final String TEXT =
            "Ion Izagirre won.\n\nSergio Higuita was two seconds behind.";

    private static House house;

    @BeforeAll
    static void open() {
        house = House.open(Instant.parse("2023-04-01T15:00:00Z"));
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
    void a_flash_is_read_published_updated_and_corrected() {
        var editor = signedIn("Ane Lasa");
        var story = flash("Izagirre wins for the second time");
        assertThat(editor.get("/desk").body())
                .contains("Izagirre wins for the second time")
                .contains("/desk/stories/" + story);
        var page = editor.get("/desk/stories/" + story);
        assertThat(page.body())
                .contains("Flash, waiting")
                .contains("two seconds")
                .contains("result/1/rider/2/gap");

        var published = act(editor, story, "publication", 1, "Izagirre wins again", TEXT);

        assertThat(published.statusCode()).isEqualTo(303);
        var slug = house.ask(Stories.class).byId(story).orElseThrow().slug();
        assertThat(slug).isEqualTo("izagirre-wins-again");
        assertThat(house.get("/" + slug).body()).contains("Izagirre wins again");
        assertThat(house.ask(Stories.class).byId(story).orElseThrow().body().facts()).hasSize(1);

        assertThat(
                        act(
                                        editor,
                                        story,
                                        "corrections",
                                        2,
                                        "Izagirre wins again",
                                        TEXT,
                                        "note",
                                        "")
                                .body())
                .contains("A correction tells readers what was wrong");
        var note = "Higuita was second, not third.";
        var corrected =
                act(editor, story, "corrections", 2, "Izagirre wins again", TEXT, "note", note);
        assertThat(corrected.statusCode()).isEqualTo(303);
        assertThat(house.ask(Stories.class).corrections(story))
                .extracting(correction -> correction.note())
                .containsExactly(note);

        act(editor, story, "withdrawal", 2, "Izagirre wins again", TEXT, "reason", "A hoax.");
        assertThat(house.get("/" + slug).statusCode()).isEqualTo(410);
        assertThat(house.get("/" + slug).body()).contains("A hoax.");
    }

    @Test
    void an_older_version_comes_back_with_both_texts() {
        var ane = signedIn("Ane Goñi");
        var jon = signedIn("Jon Arrieta");
        var story = flash("Higuita second in Estella");
        act(ane, story, "revisions", 1, "Higuita second, says Ane", TEXT);

        var late = act(jon, story, "publication", 1, "Higuita second, says Jon", TEXT + " Late.");

        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body())
                .contains("Ane Goñi saved version 2")
                .contains("Higuita second, says Ane")
                .contains("Higuita second, says Jon")
                .contains("behind. Late.");
        assertThat(house.ask(Stories.class).byId(story)).isEmpty();
        assertThat(Visit.field(late, "revision")).isEqualTo("2");
        assertThat(act(jon, story, "revisions", 2, "Higuita second, says Jon", TEXT).statusCode())
                .isEqualTo(303);
    }

    @Test
    void words_that_cannot_be_saved_come_back_with_a_sentence() {
        var editor = signedIn("Maialen Sáez");
        var story = flash("Kron fourth");

        var tooLong = act(editor, story, "publication", 1, "K".repeat(201), TEXT + " Kept.");
        var headless = act(editor, story, "revisions", 1, " ", TEXT + " Kept.");

        assertThat(tooLong.statusCode()).isEqualTo(422);
        assertThat(tooLong.body()).contains("201 characters long").contains("Kept.");
        assertThat(headless.body()).contains("A story needs a headline.").contains("Kept.");
        assertThat(house.ask(Manuscripts.class).revisions(story, 9)).hasSize(1);
    }

    @Test
    void a_live_story_moves_and_its_old_address_leads_on() {
        var editor = signedIn("Iker Zubia");
        var story = flash("Estella cheers its own");
        act(editor, story, "publication", 1, "Estella cheers its own", TEXT);

        act(
                editor,
                story,
                "address",
                1,
                "Estella cheers its own",
                TEXT,
                "address",
                "Estella cheers");

        var old = house.get("/estella-cheers-its-own");
        assertThat(old.statusCode()).isEqualTo(301);
        assertThat(Visit.target(old)).isEqualTo("/estella-cheers");
    }

    @Test
    void only_a_form_of_ours_by_somebody_signed_in_changes_anything() {
        var editor = signedIn("Leire Ibarra");
        var story = flash("Aranburu sixth");
        var path = "/desk/stories/" + story + "/publication";
        var words = new String[] {"revision", "1", "headline", "Stolen", "text", "Stolen"};

        assertThat(editor.postAsItStands(path, words).statusCode()).isEqualTo(403);
        var stranger = new Visit(house);
        assertThat(stranger.postAsItStands(path, words).statusCode()).isEqualTo(403);
        var proof = Visit.field(stranger.get("/desk/sign-in"), "_csrf");
        assertThat(stranger.post(path, with("_csrf", proof, words)).statusCode()).isEqualTo(401);
        assertThat(fromElsewhere(path).statusCode()).isEqualTo(403);

        editor.post("/desk/sign-out", "_csrf", Visit.field(editor.get("/desk"), "_csrf"));
        assertThat(Visit.target(editor.get("/desk/stories/" + story))).isEqualTo("/desk/sign-in");
        assertThat(house.ask(Stories.class).byId(story)).isEmpty();
    }

    @Test
    void somebody_removed_can_do_nothing_with_the_session_they_still_hold() {
        var staff = house.ask(Staff.class);
        var member = staff.join("Gone Tomorrow", "gone@musette.example", "", Author.Role.REPORTER);
        var visit = signedIn(member);
        var story = flash("Strong seventh");
        var proof = Visit.field(visit.get("/desk"), "_csrf");

        staff.remove(member.id());

        assertThat(Visit.target(visit.get("/desk/mail"))).isEqualTo("/desk/sign-in");
        var path = "/desk/stories/" + story + "/publication";
        var words = with("_csrf", proof, "revision", "1", "headline", "Mine", "text", TEXT);
        assertThat(visit.post(path, words).statusCode()).isIn(401, 403);
        assertThat(house.ask(Stories.class).byId(story)).isEmpty();
    }

    @Test
    void a_link_is_mailed_to_the_staff_and_the_answer_tells_nobody_who_that_is() {
        house.ask(Staff.class).join("Asier Oti", "asier@musette.example", "", Author.Role.EDITOR);
        var visit = new Visit(house);

        var known = ask(visit, "Asier@musette.example");
        var again = ask(visit, "asier@musette.example");
        var unknown = ask(visit, "stranger@elsewhere.example");

        assertThat(List.of(known, again, unknown)).containsOnly("/desk/sign-in");
        var mails = mailsOnceThereIsOne("asier@musette.example");
        assertThat(mails).hasSize(1);
        assertThat(mails.getFirst().text()).contains("/desk/sign-in/");
        assertThat(mailsTo("stranger@elsewhere.example")).isEmpty();
    }

    @Test
    void a_result_is_taken_in_and_what_could_not_be_read_is_shown() throws Exception {
        var editor = signedIn("Nerea Díaz");
        var file = Files.readString(Path.of("demo", "gran-premio-miguel-indurain-2023.csv"));

        var taken = results(editor, file + "soon,900,Nobody,Known,ESP,,Nowhere,later,,,\n");
        var again = results(editor, file);
        var nothing = results(editor, " ");
        var nonsense = results(editor, "The quick brown fox, and so on.");

        assertThat(taken.statusCode()).isEqualTo(200);
        assertThat(taken.body())
                .contains("Ion Izagirre")
                .contains("+0:13")
                .contains("Set aside: 1")
                .contains("Nobody");
        assertThat(again.body()).contains("nothing has changed");
        assertThat(nothing.statusCode()).isEqualTo(422);
        assertThat(nonsense.statusCode()).isEqualTo(422);
        assertThat(nonsense.body()).contains("The quick brown fox");
    }

    @Test
    void a_story_begins_with_a_headline_and_is_previewed_with_its_facts_marked() {
        var editor = signedIn("Oihane Ruiz");

        var opened =
                editor.post(
                        "/desk/stories",
                        "_csrf",
                        Visit.field(editor.get("/desk"), "_csrf"),
                        "headline",
                        "The climb before the finish");
        assertThat(editor.get(Visit.target(opened)).body()).contains("The climb before the finish");

        var flash = flash("Marked facts");
        assertThat(editor.get("/desk/stories/" + flash + "/preview").body())
                .contains("title=\"gap: 200, result/1/rider/2/gap\">two seconds</span>");
        assertThat(editor.get("/desk/stories/" + flash + "/revisions/2").statusCode())
                .isEqualTo(404);
        assertThat(editor.get("/desk/stories/999999").statusCode()).isEqualTo(404);
    }

    @Test
    void more_to_follow_is_promised_and_settled_without_a_new_version() {
        var editor = signedIn("Xabier Luna");
        var story = flash("More of Estella soon");
        act(editor, story, "publication", 1, "More of Estella soon", TEXT);

        act(editor, story, "more-to-follow", 1, "More of Estella soon", TEXT);
        assertThat(house.ask(Stories.class).byId(story).orElseThrow().moreToFollow()).isTrue();
        assertThat(editor.get("/desk").body()).contains("promised by Xabier Luna");

        act(editor, story, "completion", 1, "More of Estella soon", TEXT);
        assertThat(house.ask(Stories.class).byId(story).orElseThrow().moreToFollow()).isFalse();
        assertThat(house.ask(Manuscripts.class).revisions(story, 9)).hasSize(1);
    }

    private static long flash(String headline) {
        var body =
                new Document(
                        List.of(
                                new Paragraph(List.of(new Inline.Text("Ion Izagirre won."))),
                                new Paragraph(
                                        List.of(
                                                new Inline.Text("Sergio Higuita was "),
                                                new Inline.Fact(
                                                        "two seconds",
                                                        new FactLink(
                                                                "gap",
                                                                "result/1/rider/2/gap",
                                                                "200")),
                                                new Inline.Text(" behind.")))));
        return house.ask(Stories.class)
                .open(
                        new Draft(
                                "Gran Premio Miguel Indurain",
                                headline,
                                "",
                                body,
                                house.ask(Staff.class).owner().id(),
                                OptionalLong.empty(),
                                OptionalLong.empty(),
                                "flash",
                                false));
    }

    private static Visit signedIn(String name) {
        var email = name.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z]", "");
        return signedIn(
                house.ask(Staff.class)
                        .join(name, email + "@musette.example", "", Author.Role.EDITOR));
    }

    private static Visit signedIn(Author member) {
        var visit = new Visit(house);
        var link = house.ask(StaffLinks.class).pathFor(member.id());
        visit.post(link, "_csrf", Visit.field(visit.get(link), "_csrf"));
        return visit;
    }

    private static HttpResponse<String> act(
            Visit editor,
            long story,
            String act,
            int revision,
            String headline,
            String text,
            String... more) {
        var fields =
                with(
                        "_csrf",
                        Visit.field(editor.get("/desk/stories/" + story), "_csrf"),
                        "revision",
                        String.valueOf(revision),
                        "kicker",
                        "Gran Premio Miguel Indurain",
                        "headline",
                        headline,
                        "text",
                        text);
        var all = new ArrayList<>(List.of(fields));
        all.addAll(List.of(more));
        return editor.post("/desk/stories/" + story + "/" + act, all.toArray(String[]::new));
    }

    private static String[] with(String name, String value, String... more) {
        var all = new ArrayList<>(List.of(name, value));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private static String ask(Visit visit, String email) {
        var proof = Visit.field(visit.get("/desk/sign-in"), "_csrf");
        return Visit.target(visit.post("/desk/sign-in", "_csrf", proof, "email", email));
    }

    private static HttpResponse<String> results(Visit editor, String pasted) {
        var proof = Visit.field(editor.get("/desk/results"), "_csrf");
        return editor.post("/desk/results", "_csrf", proof, "pasted", pasted);
    }

    private static HttpResponse<String> fromElsewhere(String path) {
        return house.send(
                HttpRequest.newBuilder(URI.create(house.address(path)))
                        .header("Origin", "https://elsewhere.example")
                        .POST(HttpRequest.BodyPublishers.ofString("a=b", StandardCharsets.UTF_8))
                        .build());
    }

    private static List<CaughtMail> mailsOnceThereIsOne(String address) {
        var deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (mailsTo(address).isEmpty() && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        return mailsTo(address);
    }

    private static List<CaughtMail> mailsTo(String address) {
        var mails = house.ask(CaughtMails.class);
        return mails.latest(100).stream()
                .filter(mail -> mail.to().contains(address))
                .flatMap(mail -> mails.find(mail.id()).stream())
                .toList();
    }
}
