package musette.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import musette.post.CaughtMails;
import musette.staff.StaffLinks;
import musette.stories.Stories;
import musette.stories.Teaser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// One race day in a real browser: a result comes in, is approved and read, meets the gate, and
/// somebody joins and asks for the letter.
class RaceDayTest {
    private static final String RESULT_OF_2022 =
            """
            # results v1
            # race: Gran Premio Miguel Indurain
            # date: 2022-04-02
            # class: 1.Pro
            # gender: men
            # standing: official
            place,bib,family,given,nation,team,time,gap
            1,,Barguil,Warren,FRA,Team Arkéa Samsic,,
            2,,Vlasov,Aleksandr,,BORA - hansgrohe,,same time
            """;
    private static final String HEADLINE = "Ion Izagirre wins Gran Premio Miguel Indurain";
    private static final String BEHIND_THE_GATE = "second win in the race, after 2016";

    private static House house;
    private static Eyes eyes;

    @BeforeAll
    static void open() {
        house = House.open(Instant.parse("2023-04-01T15:12:00Z"), "musette.ops.demo=true");
        eyes = new Eyes();
    }

    @AfterAll
    static void close() {
        eyes.close();
        house.close();
    }

    @Test
    void a_result_becomes_a_story_that_a_stranger_reads_joins_for_and_gets_by_letter() {
        var slug = anEditorBringsInAResultAndPublishesTheFlash();
        try (var context = eyes.context()) {
            var page = context.newPage();
            aStrangerReadsFiveOtherStories(page, slug);
            theSixthMeetsTheGate(page, slug);
            joiningOpensTheStory(page, slug);
            theLetterIsAskedForAndConfirmed(page);
        }
        try (var context = eyes.context()) {
            var page = context.newPage();
            aStrangerReadsFiveOtherStories(page, slug);
            theSixthMeetsTheGate(page, slug);
            whoHasJoinedSignsInFromTheGate(page, slug);
        }
    }

    private static String anEditorBringsInAResultAndPublishesTheFlash() {
        try (var context = eyes.context()) {
            var page = context.newPage();
            page.navigate(house.address(house.ask(StaffLinks.class).ownerPath()));
            button(page, "Sign in").click();

            page.navigate(house.address("/desk/results"));
            page.getByLabel("Or the table, pasted").fill(RESULT_OF_2022);
            button(page, "Look at it").click();
            assertThat(page.getByText("2 rows understood")).isVisible();
            page.keyboard().press("Enter"); // Put it in.
            assertThat(page.getByText("The result is in.")).isVisible();
            button(page, "Draft a story").click(); // The race was a year ago.
            assertThat(page.locator(".ProseMirror h1")).hasText(Pattern.compile("Warren .*"));

            page.navigate(house.address("/desk"));
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> {
                        page.reload();
                        return page.getByText("Warren Barguil wins").count() > 0
                                && page.getByText(HEADLINE).count() > 0;
                    });
            page.getByText(HEADLINE).first().click();
            assertThat(page.locator(".ProseMirror h1")).hasText(Pattern.compile(HEADLINE + ".*"));
            page.keyboard().press("p");
            page.getByText("See it on the site").click();
            assertThat(page.locator("h1")).containsText(HEADLINE);
            return page.url().substring(page.url().lastIndexOf('/') + 1);
        }
    }

    private static void aStrangerReadsFiveOtherStories(Page page, String slug) {
        var others =
                house.ask(Stories.class).latest(20).stream()
                        .map(Teaser::slug)
                        .filter(other -> !other.equals(slug))
                        .limit(5)
                        .toList();
        for (int i = 0; i < others.size(); i++) {
            page.navigate(house.address("/" + others.get(i)));
            assertThat(page.locator(".count")).containsText("Story %d of".formatted(i + 1));
        }
        page.navigate(house.address("/" + others.getFirst()));
        assertThat(page.locator(".count")).containsText("Story 5 of");
    }

    private static void theSixthMeetsTheGate(Page page, String slug) {
        var answer = page.navigate(house.address("/" + slug));

        assertThat(page.locator(".gate")).isVisible();
        assertThat(page.locator(".gate .fine")).containsText("£4.99");
        assertThat(answer.text()).doesNotContain(BEHIND_THE_GATE);
    }

    private static void joiningOpensTheStory(Page page, String slug) {
        page.getByText("Join now", new Page.GetByTextOptions().setExact(true)).click();
        page.locator("#email").fill("stranger@estella.example");
        button(page, "Join for £1").click();
        button(page, "Accept the payment").click();
        button(page, "Yes, pay £1").click();
        assertThat(page.locator("h1")).hasText("Thank you for joining");

        page.getByText("Back to what you were reading").click();
        assertThat(page.url()).endsWith("/" + slug);
        assertThat(page.locator(".gate")).hasCount(0);
        assertThat(page.locator(".telling")).containsText(BEHIND_THE_GATE);
    }

    private static void whoHasJoinedSignsInFromTheGate(Page page, String slug) {
        page.locator(".gate").getByText("Sign in").click();
        page.getByLabel("Email address").fill("stranger@estella.example");
        page.getByText("Mail me a link").click();
        page.navigate(linkInMailTo("stranger@estella.example", "sign-in/"));
        page.getByRole(AriaRole.BUTTON).click();

        assertThat(page).hasURL(Pattern.compile(".*/" + slug));
        assertThat(page.locator(".gate")).hasCount(0);
        assertThat(page.locator(".telling")).containsText(BEHIND_THE_GATE);
    }

    private static void theLetterIsAskedForAndConfirmed(Page page) {
        page.getByLabel("The Evening Bag").check();
        page.locator("#letters-email").fill("letters@estella.example");
        button(page, "Sign up").click();

        page.navigate(linkInMailTo("letters@estella.example", "letters/confirm/"));
        button(page, "Yes, send it to me").click();
        assertThat(page.locator("h1")).containsText("You are on the list");
    }

    /// The newest mail to somebody that holds such a link may be under way still.
    private static String linkInMailTo(String address, String path) {
        var mails = house.ask(CaughtMails.class);
        var link = Pattern.compile("http://\\S+/" + path + "[\\w?=&%-]+");
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () ->
                                mails.latest(20).stream()
                                        .filter(mail -> mail.to().contains(address))
                                        .map(mail -> mails.find(mail.id()).orElseThrow().toString())
                                        .flatMap(text -> link.matcher(text).results())
                                        .map(MatchResult::group)
                                        .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private static com.microsoft.playwright.Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).first();
    }
}
