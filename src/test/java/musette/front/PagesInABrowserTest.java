package musette.front;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PagesInABrowserTest {
    private static final List<String> WCAG_AA =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final String OVERFLOW =
            "document.documentElement.scrollWidth - window.innerWidth";
    private static final int KILOBYTE = 1_024;

    private static SamplePages pages;
    private static Playwright playwright;
    private static Browser browser;

    @BeforeAll
    static void open() {
        pages = new SamplePages();
        playwright = Playwright.create();
        browser =
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                                        .setArgs(
                                                List.of(
                                                        "--no-sandbox",
                                                        "--disable-gpu",
                                                        "--disable-background-networking",
                                                        "--disable-component-update",
                                                        "--disable-sync",
                                                        "--no-first-run")));
    }

    @AfterAll
    static void close() {
        browser.close();
        playwright.close();
        pages.close();
    }

    @Test
    void every_page_is_accessible_in_light_and_dark_and_fits_every_screen() {
        var complaints = new ArrayList<String>();
        for (var path : pages.paths()) {
            try (var page = page(path, 320)) {
                for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                    violations(page).forEach(v -> complaints.add(path + " " + scheme + " " + v));
                }
                for (var width : List.of(320, 390, 768, 1_024, 1_280)) {
                    page.setViewportSize(width, 900);
                    if ((Integer) page.evaluate(OVERFLOW) > 0) {
                        complaints.add(path + " is wider than " + width);
                    }
                }
            }
        }

        assertThat(complaints).isEmpty();
    }

    @Test
    void a_dark_phone_gets_dark_paper_and_a_desk_three_columns() {
        for (var path : List.of("/counted", "/walled", "/home", "/race")) {
            try (var page = page(path, 1_280)) {
                page.screenshot(picture(path, "light"));
                page.setViewportSize(390, 900);
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
                var paper = page.evaluate("getComputedStyle(document.body).backgroundColor");
                assertThat(paper).isEqualTo("rgb(20, 19, 15)");
                page.screenshot(picture(path, "phone-dark"));
            }
        }
        try (var page = page("/counted", 1_280)) {
            var margin = page.locator(".byline").boundingBox();
            var story = page.locator(".telling").boundingBox();
            var boxes = page.locator(".boxes").boundingBox();
            assertThat(margin.x + margin.width).isLessThan(story.x);
            assertThat(story.x + story.width).isLessThan(boxes.x);
            assertThat(margin.y).isEqualTo(story.y);
        }
    }

    @Test
    void a_page_is_whole_without_scripts_and_its_first_load_is_small() {
        var options = new Browser.NewContextOptions().setJavaScriptEnabled(false);
        try (var context = browser.newContext(options);
                var page = context.newPage()) {
            var bytes = new ArrayList<Integer>();
            page.onResponse(answer -> bytes.add(answer.body().length));
            page.navigate(pages.address("/walled"));

            assertThat(page.locator("h1").isVisible()).isTrue();
            assertThat(page.locator(".gate .button").isVisible()).isTrue();
            assertThat(page.locator(".results tbody tr").count()).isEqualTo(5);
            assertThat(bytes.stream().mapToInt(Integer::intValue).sum()).isLessThan(200 * KILOBYTE);
        }
    }

    @Test
    void a_printed_story_has_no_gate_and_names_its_source() {
        try (var page = page("/walled", 794)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

            assertThat(page.locator(".gate").isVisible()).isFalse();
            assertThat(page.locator("form").isVisible()).isFalse();
            assertThat(page.locator("nav").isVisible()).isFalse();
            var printed =
                    page.evaluate(
                            "getComputedStyle(document.querySelector('.credit a'),"
                                    + " '::after').content");
            assertThat((String) printed).contains("https://firstcycling.com/");
            page.screenshot(picture("/walled", "print"));
        }
    }

    @Test
    void a_finger_finds_every_link_that_stands_alone() {
        try (var page = page("/home", 320)) {
            page.keyboard().press("Tab");
            assertThat(page.locator(".skip").boundingBox().y).isNotNegative();
            for (var link : page.locator("nav a, .podium a, .box a, .form .button").all()) {
                assertThat(link.boundingBox().height).isGreaterThanOrEqualTo(24);
            }
        }
    }

    private static List<Rule> violations(Page page) {
        return new AxeBuilder(page).withTags(WCAG_AA).analyze().getViolations();
    }

    private static Page page(String path, int width) {
        var page =
                browser.newPage(
                        new Browser.NewPageOptions()
                                .setViewportSize(width, 900)
                                .setReducedMotion(ReducedMotion.REDUCE)
                                .setColorScheme(ColorScheme.LIGHT));
        page.navigate(pages.address(path));
        page.evaluate("document.fonts.ready");
        return page;
    }

    /// Pictures for people, under target/.
    private static Page.ScreenshotOptions picture(String path, String look) {
        var name = "%s-%s.png".formatted(path.substring(1), look);
        return new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "pictures", name));
    }
}
