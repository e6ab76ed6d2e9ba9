package musette.front;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.util.ArrayList;
import java.util.List;
import musette.journeys.Eyes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PagesInABrowserTest {
    private static final int KILOBYTE = 1_024;

    private static SamplePages pages;
    private static Eyes eyes;

    @BeforeAll
    static void open() {
        pages = new SamplePages();
        eyes = new Eyes();
    }

    @AfterAll
    static void close() {
        eyes.close();
        pages.close();
    }

    @Test
    void every_page_is_accessible_in_light_and_dark_and_fits_every_screen() {
        var complaints = new ArrayList<String>();
        for (var path : pages.paths()) {
            try (var context = eyes.context(320, ColorScheme.LIGHT)) {
                var page = page(context, path);
                for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                    complaints.addAll(Eyes.complaints(page));
                }
                for (var width : List.of(320, 390, 768, 1_024, 1_280)) {
                    page.setViewportSize(width, 900);
                    if (Eyes.isWider(page)) {
                        complaints.add(path + " is wider than " + width);
                    }
                }
            }
        }

        assertThat(complaints).isEmpty();
    }

    @Test
    void a_dark_phone_gets_dark_paper_and_a_desk_three_columns() {
        for (var path : List.of("/counted", "/walled", "/home")) {
            try (var context = eyes.context(1_280, ColorScheme.LIGHT)) {
                var page = page(context, path);
                keep(page, path, "light");
                page.setViewportSize(390, 900);
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
                var paper = page.evaluate("getComputedStyle(document.body).backgroundColor");
                assertThat(paper).isEqualTo("rgb(20, 19, 15)");
                keep(page, path, "phone-dark");
            }
        }
        try (var context = eyes.context(1_280, ColorScheme.LIGHT)) {
            var page = page(context, "/counted");
            var margin = page.locator(".byline").boundingBox();
            var story = page.locator(".telling").boundingBox();
            var sidebar = page.locator(".sidebar").boundingBox();
            assertThat(margin.x + margin.width).isLessThan(story.x);
            assertThat(story.x + story.width).isLessThan(sidebar.x);
            assertThat(margin.y).isEqualTo(story.y);
        }
    }

    @Test
    void a_page_is_whole_without_scripts_and_its_first_load_is_small() {
        try (var context = eyes.withoutScripts()) {
            var page = context.newPage();
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
        try (var context = eyes.context(794, ColorScheme.LIGHT)) {
            var page = page(context, "/walled");
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

            assertThat(page.locator(".gate").isVisible()).isFalse();
            assertThat(page.locator("form").isVisible()).isFalse();
            assertThat(page.locator("nav:visible").count()).isZero();
            var printed =
                    page.evaluate(
                            "getComputedStyle(document.querySelector('.credit a'),"
                                    + " '::after').content");
            assertThat((String) printed).contains("https://firstcycling.com/");
            keep(page, "/walled", "print");
        }
    }

    @Test
    void a_finger_finds_every_link_that_stands_alone() {
        try (var context = eyes.context(320, ColorScheme.LIGHT)) {
            var page = page(context, "/home");
            page.keyboard().press("Tab");
            assertThat(page.locator(".skip").boundingBox().y).isNotNegative();
            for (var link : page.locator("nav a, .podium a, .box a, .form .button").all()) {
                assertThat(link.boundingBox().height).isGreaterThanOrEqualTo(24);
            }
        }
    }

    private static Page page(BrowserContext context, String path) {
        var page = context.newPage();
        page.navigate(pages.address(path));
        page.evaluate("document.fonts.ready");
        return page;
    }

    private static void keep(Page page, String path, String look) {
        Eyes.keep(page, path.substring(1) + "-" + look);
    }
}
