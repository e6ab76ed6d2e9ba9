package musette.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// From the offer to the cancelled subscription as eyes and screen readers meet it: every page on
/// the way in light and dark, and on the narrowest phone. Pictures for people lie under target/.
class JoiningInABrowserTest {

    private static Shop shop;
    private static Eyes eyes;

    private final List<String> complaints = new ArrayList<>();

    @BeforeAll
    static void open() {
        shop = Shop.open();
        eyes = new Eyes();
    }

    @AfterAll
    static void close() {
        eyes.close();
        shop.close();
    }

    @ParameterizedTest
    @CsvSource({"/account, /account", "/sign-in?return=/races, /races"})
    void a_reader_signs_in_by_mail_in_a_fresh_browser(String way, String goal) {
        var email = "mas" + goal.replace('/', '.') + "@example.org";
        var joined = shop.visit();
        Shop.pay(joined, Shop.join(joined, email));
        try (var context = eyes.context()) {
            var page = context.newPage();
            page.navigate(shop.house().address(way));
            page.getByLabel("Email address").fill(email);
            page.getByText("Mail me a link").click();
            page.navigate(linkIn(shop.mail(email, "Your link to sign in")));
            page.getByRole(AriaRole.BUTTON).click();

            assertThat(page.url()).isEqualTo(shop.house().address(goal));
            page.navigate(shop.house().address("/account"));
            assertThat(page.textContent("main")).contains(email);
        }
    }

    @Test
    void the_code_is_typed_where_it_was_asked_for_while_the_mail_is_read_elsewhere() {
        var email = "two.devices@example.org";
        var joined = shop.visit();
        Shop.pay(joined, Shop.join(joined, email));
        try (var context = eyes.context()) {
            var page = context.newPage();
            page.navigate(shop.house().address("/sign-in?return=/races"));
            page.getByLabel("Email address").fill(email);
            page.getByText("Mail me a link").click();
            look(page, "sign-in-code");
            page.getByLabel("Code from the mail").fill("1234 5678");
            page.getByRole(AriaRole.BUTTON).click();
            assertThat(page.getByRole(AriaRole.ALERT).textContent())
                    .contains("That code does not work here");
            look(page, "sign-in-code-wrong");
            var code = Visit.code(shop.mail(email, "Your link to sign in"));
            page.getByLabel("Code from the mail").fill(code);
            page.getByRole(AriaRole.BUTTON).click();

            assertThat(page.url()).isEqualTo(shop.house().address("/races"));
            page.navigate(shop.house().address("/account"));
            assertThat(page.textContent("main")).contains(email);
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    void a_reader_signs_in_at_a_host_to_which_browsers_tell_less() {
        var email = "plain.http@example.org";
        var joined = shop.visit();
        Shop.pay(joined, Shop.join(joined, email));
        try (var context = eyes.context()) {
            var page = context.newPage();
            page.navigate(elsewhere(shop.house().address("/sign-in?return=/races")));
            page.getByLabel("Email address").fill(email);
            page.getByText("Mail me a link").click();
            page.navigate(elsewhere(linkIn(shop.mail(email, "Your link to sign in"))));
            page.getByRole(AriaRole.BUTTON).click();

            assertThat(page.url()).isEqualTo(elsewhere(shop.house().address("/races")));
        }
    }

    @Test
    void a_card_that_has_had_the_first_price_is_told_so_and_joins_at_the_full_one() {
        for (var email : List.of("first.time@example.org", "second.time@example.org")) {
            try (var context = eyes.context()) {
                var page = context.newPage();
                page.navigate(shop.house().address("/subscribe"));
                page.getByLabel("Email address").fill(email);
                page.getByText("Join for £1").click();
                page.getByLabel("Test card one").check();
                page.getByText("Accept the payment").click();
                page.getByText("Yes, pay £1").click();
                if (email.startsWith("second")) {
                    look(page, "till-card");
                    page.getByText("Join for £4.99").click();
                    page.getByText("Yes, pay £4.99").click();
                }
                assertThat(page.textContent("main")).contains("Everything is open to you now");
            }
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    void all_pages_have_one_left_edge() {
        try (var context = eyes.context()) {
            var page = context.newPage();
            var edges = new TreeMap<String, Integer>();
            for (var path :
                    List.of("/races", "/sign-in", "/subscribe", "/letters", "/about", "/nothing")) {
                page.navigate(shop.house().address(path));
                edges.put(path, (int) Math.round(page.locator("h1").boundingBox().x));
            }
            assertThat(Set.copyOf(edges.values())).as(edges.toString()).hasSize(1);
        }
    }

    private static String elsewhere(String address) {
        return address.replace("127.0.0.1", Eyes.MADE_UP_HOST);
    }

    private static String linkIn(String mail) {
        return mail.lines().filter(line -> line.startsWith("http")).findFirst().orElseThrow();
    }

    @Test
    void joining_and_cancelling_is_open_to_everyone() {
        try (var context = eyes.context()) {
            var page = context.newPage();
            page.navigate(shop.house().address("/sign-in"));
            look(page, "sign-in");
            page.navigate(shop.house().address("/subscribe"));
            look(page, "subscribe");
            page.getByLabel("Email address").fill("alaphilippe@example.org");
            page.getByText("Join for £1").click();
            look(page, "till");
            page.getByText("Decline it").click();
            look(page, "till-declined");
            page.getByText("Accept the payment").click();
            look(page, "till-bank");
            page.getByText("Yes, pay £1").click();
            look(page, "till-paid");
            page.getByText("To your account").click();
            look(page, "account");
            page.getByText("Cancel subscription").click();
            look(page, "cancellation");
            page.getByText("Cancel now").click();
            assertThat(page.locator(".notice").textContent()).contains("until 1 May 2023");
            look(page, "account-cancelled");
        }

        assertThat(complaints).isEmpty();
    }

    private void look(Page page, String name) {
        look(page, name, ColorScheme.LIGHT, 1_280);
        look(page, name, ColorScheme.DARK, 320);
    }

    private void look(Page page, String name, ColorScheme scheme, int width) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        page.setViewportSize(width, 900);
        complaints.addAll(Eyes.complaints(page));
        Eyes.keep(page, "join-%s-%d".formatted(name, width));
    }
}
