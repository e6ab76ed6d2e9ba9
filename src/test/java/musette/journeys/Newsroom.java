package musette.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import musette.post.CaughtMail;
import musette.post.CaughtMails;
import musette.staff.Author;
import musette.staff.Staff;
import musette.staff.StaffLinks;
import musette.store.EventRetries;
import musette.stories.Draft;
import musette.stories.Stories;
import musette.text.Document;
import musette.text.Document.Inline;
import musette.text.Document.Paragraph;
import musette.text.FactLink;

/// The desk of a house under test: its people, its flashes, and what is done to them.
record Newsroom(House house) {
    static final String TEXT = "Ion Izagirre won.\n\nSergio Higuita was two seconds behind.";

    long flash(String headline) {
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

    /// Brings a file to the results desk, puts it in and waits until its news has been heard.
    void putIn(Visit editor, String file) {
        var arrival = Visit.location(editor.post("/desk/results", "pasted", file));
        editor.post(arrival + "/application");
        awaitQuiet();
    }

    void awaitQuiet() {
        assertThat(house.ask(EventRetries.class).awaitQuiet(Duration.ofSeconds(20))).isTrue();
    }

    Visit signedIn(String name) {
        var email = name.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z]", "");
        return signedIn(
                house.ask(Staff.class)
                        .join(name, email + "@musette.example", "", Author.Role.EDITOR));
    }

    Visit signedIn(Author member) {
        var visit = new Visit(house);
        var link = house.ask(StaffLinks.class).pathFor(member.id());
        visit.post(link, "_csrf", Visit.field(visit.get(link), "_csrf"));
        return visit;
    }

    /// Lets somebody of the staff in, in a browser.
    Page enter(Page page, Author member) {
        page.navigate(house.address(house.ask(StaffLinks.class).pathFor(member.id())));
        page.locator("main .button").click();
        page.waitForURL("**/desk");
        return page;
    }

    /// The mails to that address, once there is one.
    List<CaughtMail> mailsOnceThereIsOne(String address) {
        await().atMost(Duration.ofSeconds(20)).until(() -> !mailsTo(address).isEmpty());
        return mailsTo(address);
    }

    List<CaughtMail> mailsTo(String address) {
        var mails = house.ask(CaughtMails.class);
        return mails.latest(100).stream()
                .filter(mail -> mail.to().contains(address))
                .flatMap(mail -> mails.find(mail.id()).stream())
                .toList();
    }

    static HttpResponse<String> act(
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
                        "version",
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

    static String[] with(String name, String value, String... more) {
        var all = new ArrayList<>(List.of(name, value));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }
}
