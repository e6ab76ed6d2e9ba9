package musette.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.RequestOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import musette.staff.Author;
import musette.staff.Passkeys;
import musette.staff.Staff;
import musette.staff.StaffLinks;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A device that keeps passkeys (Chromium's own virtual one), at the desk's door.
class PasskeysInABrowserTest {
    private static House house;
    private static Eyes eyes;

    @BeforeAll
    static void open() {
        house = House.open(Instant.parse("2023-04-01T15:00:00Z"));
        eyes = new Eyes();
    }

    @AfterAll
    static void close() {
        eyes.close();
        house.close();
    }

    @Test
    void a_passkey_is_added_lets_in_and_lets_nobody_in_once_removed() {
        var jon = member("Jon Urrutia");
        try (var context = eyes.context()) {
            var page = context.newPage();
            device(context, page);
            add(page, jon);
            assertThat(page.locator(".plans")).containsText("My phone added");
            Assertions.assertThat(Eyes.complaints(page)).isEmpty();
            Eyes.keep(page, "desk/passkeys");

            page.locator(".desk-head form button").click();
            house.clock().advance(Duration.ofSeconds(1));
            page.navigate(local("/desk/sign-in?return=/desk/results"));
            Assertions.assertThat(Eyes.complaints(page)).isEmpty();
            Eyes.keep(page, "desk/sign-in-passkey");
            page.locator("#passkey button").click();
            page.waitForURL(local("/desk/results"));

            page.navigate(local("/desk/passkeys"));
            assertThat(page.locator(".plans")).containsText("used 17:00");
            page.locator(".plans button").click();
            assertThat(page.locator(".notice")).hasText("It lets nobody in any more.");
            page.locator(".desk-head form button").click();
            page.navigate(local("/desk/sign-in"));
            page.locator("#passkey button").click();
            assertThat(page.locator("#passkey-status")).containsText("lets nobody in here");
        }
    }

    @Test
    void what_was_signed_lets_in_once_and_only_who_is_on_duty() {
        var ane = member("Ane Lasa");
        try (var context = eyes.context()) {
            var page = context.newPage();
            device(context, page);
            add(page, ane);
            context.clearCookies();
            house.clock().advance(Duration.ofSeconds(1));
            page.navigate(local("/desk/sign-in"));
            var signed =
                    page.waitForRequest(
                            "**/desk/sign-in/passkey?*",
                            () -> page.locator("#passkey button").click());
            page.waitForURL("**/desk");
            Assertions.assertThat(sendAgain(page, signed)).isEqualTo(422);
            Assertions.assertThat(house.ask(Passkeys.class).of(ane.id())).hasSize(1);
            refusedHoweverDamaged(signed.postData());

            house.ask(Staff.class).remove(ane.id());
            context.clearCookies();
            house.clock().advance(Duration.ofSeconds(1));
            page.navigate(local("/desk/sign-in"));
            page.locator("#passkey button").click();
            assertThat(page.locator("#passkey-status")).containsText("lets nobody in here");
        }
    }

    @Test
    void what_is_no_answer_of_a_device_lets_nobody_in() {
        var visit = new Visit(house);
        for (var body : List.of("", "{}", "[]", "{\"id\":\"AAAA\"}", "x".repeat(100_001))) {
            Assertions.assertThat(post(visit, body)).isBetween(400, 422);
        }
    }

    /// Another letter somewhere, a few hundred times.
    private static void refusedHoweverDamaged(String answer) {
        var site = new Passkeys.Site(local(""), "localhost");
        var random = new Random(1);
        for (int i = 0; i < 500; i++) {
            var damaged = new StringBuilder(answer);
            damaged.setCharAt(random.nextInt(answer.length()), (char) ('!' + random.nextInt(90)));
            Assertions.assertThat(house.ask(Passkeys.class).enter(damaged.toString(), site))
                    .isEmpty();
            Assertions.assertThat(
                            house.ask(Passkeys.class).add(1, damaged.toString(), "Mine", site))
                    .isPresent();
        }
    }

    private static int post(Visit visit, String body) {
        return visit.postJson("/desk/sign-in/passkey", body).statusCode();
    }

    /// The very same answer, at the very same site.
    private static int sendAgain(Page page, Request signed) {
        page.navigate(local("/desk/sign-in"));
        var token = page.locator("#passkey").getAttribute("data-token");
        return page.request()
                .post(
                        signed.url(),
                        RequestOptions.create()
                                .setHeader("X-XSRF-TOKEN", token)
                                .setHeader("Sec-Fetch-Site", "same-origin")
                                .setHeader("Content-Type", "application/json")
                                .setData(signed.postData()))
                .status();
    }

    private static Author member(String name) {
        var email = name.replaceAll("[^A-Za-z]", "") + "@musette.example";
        return house.ask(Staff.class).join(name, email, "", Author.Role.REPORTER);
    }

    private static void add(Page page, Author member) {
        page.navigate(local(house.ask(StaffLinks.class).pathFor(member.id())));
        page.locator("main .button").click();
        page.waitForURL("**/desk");
        page.navigate(local("/desk/passkeys"));
        page.locator("#passkey-name").fill("My phone");
        page.locator("#passkey button").click();
        assertThat(page.locator(".notice")).hasText("It lets you in from now on.");
    }

    private static void device(BrowserContext context, Page page) {
        CDPSession devtools = context.newCDPSession(page);
        devtools.send("WebAuthn.enable");
        var device = new JsonObject();
        device.addProperty("protocol", "ctap2");
        device.addProperty("transport", "internal");
        for (var has :
                List.of(
                        "hasResidentKey",
                        "hasUserVerification",
                        "isUserVerified",
                        "automaticPresenceSimulation")) {
            device.addProperty(has, true);
        }
        var options = new JsonObject();
        options.add("options", device);
        devtools.send("WebAuthn.addVirtualAuthenticator", options);
    }

    /// A passkey needs a name, and `localhost` is one that browsers trust.
    private static String local(String path) {
        return house.localAddress(path).replace("127.0.0.1", "localhost");
    }
}
