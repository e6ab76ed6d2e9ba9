package musette.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.text.Collator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import musette.wire.DemoFiles;
import musette.wire.Wire;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Races, results, riders and teams as eyes and screen readers meet them. Pictures for people lie
/// under target/.
class ResultsInABrowserTest {
    private static final String RACE = "/races/gran-premio-miguel-indurain";

    private static House house;
    private static Eyes eyes;

    @BeforeAll
    static void open() {
        house = House.open(Instant.parse("2023-04-01T15:20:00Z"));
        DemoFiles.putIn(house.ask(Wire.class), "Ane Lasa");
        DemoFiles.putInStarters(house.ask(Wire.class), "Ane Lasa");
        eyes = new Eyes();
    }

    @AfterAll
    static void close() {
        eyes.close();
        house.close();
    }

    @Test
    void every_page_is_open_to_everyone_and_fits_every_screen() {
        var complaints = new ArrayList<String>();
        for (var path :
                List.of(
                        "/races",
                        "/calendar",
                        RACE,
                        RACE + "/2023",
                        RACE + "/2023/history",
                        RACE + "/2023/start-list",
                        RACE + "/records",
                        "/riders/ion-izagirre",
                        "/teams/cofidis/2023",
                        "/nations/esp",
                        "/search?q=a",
                        "/search?q=zzz")) {
            try (var context = eyes.context(1_280, ColorScheme.LIGHT)) {
                var page = context.newPage();
                var answer = page.navigate(house.address(path));
                assertThat(answer.status()).as(path).isEqualTo(200);
                look(page, path, ColorScheme.LIGHT, 1_280, complaints);
                look(page, path, ColorScheme.DARK, 320, complaints);
            }
        }

        assertThat(complaints).isEmpty();
    }

    @Test
    void from_a_result_one_walks_to_a_rider_a_team_and_back_to_the_race() {
        try (var context = eyes.context()) {
            var page = context.newPage();
            page.navigate(house.address(RACE + "/2023"));
            page.locator(".results .rider a").first().click();
            assertThat(page.locator("h1").textContent()).contains("Izagirre");
            page.locator(".results .team a").first().click();
            assertThat(page.locator("h1").textContent()).isEqualTo("Cofidis");
            page.locator(".results .rider a").first().click();
            assertThat(page.url()).isEqualTo(house.address(RACE + "/2023"));
        }
    }

    @Test
    void a_long_table_is_filtered_as_one_types_and_sorted_by_a_column() {
        try (var context = eyes.context()) {
            var page = context.newPage();
            page.navigate(house.address(RACE + "/2023"));
            var rows = page.locator(".results tbody tr:visible");
            assertThat(rows.count()).isEqualTo(17);
            page.getByLabel("Name, team or nation").fill("adria");
            assertThat(rows.allTextContents()).singleElement().asString().contains("Roger Adrià");
            assertThat(page.locator(".filter-count").textContent()).isEqualTo("1 of 17");
            page.getByLabel("Name, team or nation").fill("cofidis ger");
            assertThat(rows.allTextContents()).singleElement().asString().contains("Geschke");
            page.getByLabel("Name, team or nation").fill("");
            assertThat(rows.count()).isEqualTo(17);

            page.locator(".results thead button").nth(1).click();
            var names = page.locator(".results .rider a").allTextContents();
            assertThat(names).isSortedAccordingTo(Collator.getInstance(Locale.UK));
            page.locator(".results thead button").nth(1).click();
            assertThat(page.locator(".results .rider a").allTextContents())
                    .isEqualTo(names.reversed());
            page.locator(".results thead button").first().click();
            assertThat(rows.first().textContent()).contains("Ion Izagirre");
            assertThat(page.locator("[aria-sort=ascending]").textContent()).isEqualTo("Pos");
            assertThat(Eyes.complaints(page)).isEmpty();
            Eyes.keep(page, "results-sorted-1280");
        }
        try (var context = eyes.withoutScripts()) {
            var page = context.newPage();
            page.navigate(house.address(RACE + "/2023"));
            assertThat(page.locator(".results tbody tr").count()).isEqualTo(17);
            assertThat(page.locator(".filter").count()).isZero();
        }
    }

    @Test
    void a_name_is_found_from_the_results_page_without_accents() {
        try (var context = eyes.withoutScripts()) {
            var page = context.newPage();
            page.navigate(house.address("/races"));
            page.getByLabel("Rider, race or team").fill("adria rog");
            page.getByText("Search").click();
            page.getByText("Roger Adrià").click();
            assertThat(page.locator("h1").textContent()).isEqualTo("Roger Adrià");
        }
    }

    @Test
    void the_search_answers_as_one_types() {
        try (var context = eyes.context()) {
            var page = context.newPage();
            page.navigate(house.address("/search"));
            page.getByLabel("Rider, race or team").pressSequentially("skjel");
            page.getByText("Mattias Skjelmose").waitFor();
            assertThat(page.url()).endsWith("/search?q=skjel");
            page.getByLabel("Rider, race or team").fill("zzz");
            page.locator("#answer", containing("zzz")).waitFor();
            assertThat(page.getByText("Mattias Skjelmose").count()).isZero();
            assertThat(Eyes.complaints(page)).isEmpty();
            page.getByLabel("Rider, race or team").fill("indur");
            page.getByText("Gran Premio Miguel Indurain").click();
            assertThat(page.locator("h1").textContent()).isEqualTo("Gran Premio Miguel Indurain");
        }
    }

    private static Page.LocatorOptions containing(String words) {
        return new Page.LocatorOptions().setHasText(words);
    }

    @Test
    void another_site_shows_a_result_with_one_line_and_every_other_page_refuses() {
        var complaints = new ArrayList<String>();
        try (var context = eyes.context()) {
            var page = context.newPage();
            page.navigate(house.address(RACE + "/2023"));
            var line = page.locator("#embed").inputValue();
            try (var club = OtherSite.showing("<body><h1>Our club</h1>" + line)) {
                page.navigate(club.address());
                var frame = page.frameLocator("iframe");
                frame.getByText("Sergio Higuita").waitFor();
                assertThat(frame.getByText("The whole result on Musette").getAttribute("href"))
                        .isEqualTo(house.address(RACE + "/2023"));
                page.waitForFunction(
                        "Math.abs(document.querySelector('iframe').clientHeight - 480) > 9");
                Eyes.keep(page, "results-embedded-1280");
            }
            var framed = "<iframe src=\"%s\"></iframe>".formatted(house.address(RACE));
            try (var other = OtherSite.showing(framed)) {
                page.navigate(other.address());
                assertThat(page.frames().getLast().content()).doesNotContain("Izagirre");
            }
            page.navigate(house.address(RACE + "/2023/embed"));
            look(page, "/embed", ColorScheme.LIGHT, 1_280, complaints);
            look(page, "/embed", ColorScheme.DARK, 320, complaints);
        }
        assertThat(complaints).isEmpty();
    }

    private static void look(
            Page page, String path, ColorScheme scheme, int width, List<String> complaints) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        page.setViewportSize(width, 900);
        complaints.addAll(Eyes.complaints(page));
        Eyes.keep(page, "results%s-%d".formatted(path.replaceAll("[^a-z0-9]", "-"), width));
    }
}
