package musette.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import musette.media.Photographs;
import musette.staff.Author;
import musette.staff.Staff;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Pictures from a reporter's phone to a reader's.
class PicturesInABrowserTest {
    private static final String DROP =
            """
            ({ content, name, type }) => {
                const transfer = new DataTransfer();
                const bytes = Uint8Array.from(atob(content), sign => sign.charCodeAt(0));
                transfer.items.add(new File([bytes], name, { type }));
                const line = document.querySelector(".ProseMirror p:nth-of-type(3)");
                const { left, top } = line.getBoundingClientRect();
                line.dispatchEvent(new DragEvent("drop", {
                    bubbles: true, cancelable: true, dataTransfer: transfer,
                    clientX: left + 5, clientY: top + 5,
                }));
            }
            """;
    private static final String SHIFTED =
            """
            () => new Promise(resolve => {
                let sum = 0;
                new PerformanceObserver(list => list.getEntries().forEach(one => { sum += one.value; }))
                    .observe({ type: "layout-shift", buffered: true });
                Promise.all([...document.images].map(image => image.decode()))
                    .then(() => requestAnimationFrame(() => requestAnimationFrame(() => resolve(sum))));
            })
            """;

    private static House house;
    private static Newsroom newsroom;
    private static Eyes eyes;

    @BeforeAll
    static void open() {
        house = House.open(Instant.parse("2023-04-01T15:00:00Z"));
        newsroom = new Newsroom(house);
        eyes = new Eyes();
    }

    @AfterAll
    static void close() {
        eyes.close();
        house.close();
    }

    @Test
    void a_picture_is_dropped_described_and_published() throws IOException, InterruptedException {
        var story = newsroom.flash("A story with a picture");
        try (var context = eyes.context()) {
            var page = newsroom.enter(context.newPage(), house.ask(Staff.class).owner());
            var writer = Writer.open(page, house.address("/desk/stories/" + story));
            drop(page, Photographs.fromAPhone(1_600, 1_200), "p.jpg", "image/jpeg");
            assertThat(writer.sheet().locator("figcaption"))
                    .hasText("Izagirre alone on the last climb.");
            writer.awaitSaved();
            publish(page);
            assertThat(page.getByRole(AriaRole.ALERT).first())
                    .containsText("does not say yet what it shows");

            page.locator("#story[data-ready]").waitFor();
            page.getByText("Say what it shows and who took it").click();
            Assertions.assertThat(Eyes.complaints(page)).isEmpty();
            assertThat(page.getByLabel("Who took it")).hasValue("Inés Larrañaga / Agencia Ejemplo");
            page.getByLabel("What is to be seen").fill("A rider alone on a steep road.");
            // The red corner, upright in the right.
            page.locator(".whole")
                    .click(
                            new com.microsoft.playwright.Locator.ClickOptions()
                                    .setPosition(rightOf(page), 5));
            Eyes.keep(page, "desk/picture-light");
            page.getByRole(AriaRole.BUTTON, named("Keep")).click();
            assertThat(page.getByText("About this picture (Inés")).isVisible();
            publish(page);
            assertThat(page.locator("#notice")).containsText("Published.");
        }
        seenByReaders();
    }

    private static double rightOf(Page page) {
        return page.locator(".whole").boundingBox().width - 5;
    }

    private static void seenByReaders() throws IOException, InterruptedException {
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            try (var context = eyes.context(scheme == ColorScheme.DARK ? 320 : 1_280, scheme)) {
                var page = context.newPage();
                page.navigate(house.address("/a-story-with-a-picture"));
                var picture = page.locator(".story figure img");
                assertThat(picture).hasAttribute("alt", "A rider alone on a steep road.");
                assertThat(page.locator(".story figcaption"))
                        .containsText("Izagirre alone on the last climb. Inés Larrañaga");
                Assertions.assertThat(((Number) page.evaluate(SHIFTED)).doubleValue())
                        .isLessThan(0.01);
                Assertions.assertThat(Eyes.complaints(page)).isEmpty();
                Eyes.keep(page, "readers/picture-" + scheme);
                page.navigate(house.address("/authors/the-editor"));
                assertThat(page.locator(".story-list img")).hasCount(1);
                Assertions.assertThat(Eyes.complaints(page)).isEmpty();
                Eyes.keep(page, "readers/picture-list-" + scheme);
                page.navigate(house.address("/"));
                assertThat(page.locator(".lead-story img")).hasCount(1);
                Assertions.assertThat(Eyes.complaints(page)).isEmpty();
                Eyes.keep(page, "readers/picture-home-" + scheme);
            }
        }
        var page = house.get("/a-story-with-a-picture").body();
        var search = java.util.regex.Pattern.compile("/pictures/[0-9a-f]{32}/2/1x1-[0-9]+[.]jpg");
        var square = search.matcher(page);
        Assertions.assertThat(square.find()).isTrue();
        var bytes = bytes(square.group());
        var pixels = ImageIO.read(new ByteArrayInputStream(bytes));
        Assertions.assertThat(pixels.getWidth()).isEqualTo(pixels.getHeight());
        Assertions.assertThat(new Color(pixels.getRGB(pixels.getWidth() - 9, 9)).getRed())
                .isGreaterThan(180);
        Assertions.assertThat(page).contains("og:image", "image/webp", "/2/16x9-");
        Assertions.assertThat(house.get(square.group().replace("1x1", "9x1")).statusCode())
                .isEqualTo(404);
    }

    private static byte[] bytes(String path) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var answer =
                    client.send(
                            HttpRequest.newBuilder(URI.create(house.address(path))).build(),
                            HttpResponse.BodyHandlers.ofByteArray());
            Assertions.assertThat(answer.statusCode()).isEqualTo(200);
            Assertions.assertThat(answer.headers().firstValue("Cache-Control").orElse(""))
                    .contains("immutable");
            return answer.body();
        }
    }

    @Test
    void what_is_no_picture_is_refused_where_one_writes() throws IOException {
        var story = newsroom.flash("A story with a bomb");
        try (var context = eyes.context()) {
            var page = newsroom.enter(context.newPage(), house.ask(Staff.class).owner());
            Writer.open(page, house.address("/desk/stories/" + story));
            drop(page, Photographs.bomb(60_000, 60_000), "bomb.png", "image/png");
            assertThat(page.locator("#status")).containsText("60,000 times 60,000 pixels");
            assertThat(page.locator(".ProseMirror figure, .coming")).hasCount(0);
        }
    }

    @Test
    void on_a_phone_a_picture_is_chosen_and_its_caption_is_a_line_of_its_own() throws IOException {
        var story = newsroom.flash("A story from a phone");
        try (var context = eyes.context(360, ColorScheme.DARK)) {
            var page = newsroom.enter(context.newPage(), reporter());
            var writer = Writer.open(page, house.address("/desk/stories/" + story)).atEnd();
            var bytes = Photographs.written(Photographs.pixels(900, 600), "jpeg");
            var chooser =
                    page.waitForFileChooser(() ->
                            page.getByRole(AriaRole.BUTTON, named("Picture").setExact(true))
                                    .click());
            chooser.setFiles(new FilePayload("p.jpg", "image/jpeg", bytes));
            assertThat(writer.sheet().locator("figure")).hasCount(1);
            writer.atEndOf("figcaption").type("## The climb\nNext line.");
            assertThat(writer.sheet().locator("figcaption")).hasText("## The climb");
            assertThat(writer.sheet().locator("figure ~ p")).hasText("Next line.");
            page.keyboard().press("Home");
            page.waitForTimeout(60); // The editor hears of a caret that was moved a little later.
            page.keyboard().press("Backspace");
            assertThat(writer.sheet().locator("figure.ProseMirror-selectednode")).hasCount(1);
            page.keyboard().press("Backspace");
            assertThat(writer.sheet().locator("figure")).hasCount(0);
            assertThat(writer.sheet()).containsText("Next line.");
            page.keyboard().press("Control+z");
            page.getByText("Say what it shows and who took it").click();
            assertThat(page.locator("#about-picture")).isVisible();
            Assertions.assertThat(Eyes.complaints(page)).isEmpty();
            Eyes.keep(page, "desk/picture-360-dark");
        }
    }

    @Test
    void several_pictures_stand_in_the_order_in_which_they_were_brought() throws IOException {
        var story = newsroom.flash("A story with several pictures");
        try (var context = eyes.context()) {
            var page = newsroom.enter(context.newPage(), house.ask(Staff.class).owner());
            var writer = Writer.open(page, house.address("/desk/stories/" + story)).atEnd();
            var chooser = page.waitForFileChooser(() -> tool(page).click());
            chooser.setFiles(
                    new FilePayload[] {
                        new FilePayload("one.png", "image/png", png(640, 320)),
                        new FilePayload("two.png", "image/png", png(320, 640)),
                        new FilePayload("three.png", "image/png", png(330, 330))
                    });
            var figures = writer.sheet().locator("figure img");
            assertThat(figures).hasCount(3);
            Assertions.assertThat(
                            figures.all().stream().map(it -> it.getAttribute("width")).toList())
                    .isEqualTo(List.of("640", "320", "330"));
        }
    }

    private static byte[] png(int width, int height) throws IOException {
        return Photographs.written(Photographs.pixels(width, height), "png");
    }

    private static Locator tool(Page page) {
        return page.getByRole(AriaRole.BUTTON, named("Picture").setExact(true));
    }

    private static Author reporter() {
        return house.ask(Staff.class).join("Rut", "rut@musette.example", "", Author.Role.REPORTER);
    }

    private static void publish(Page page) {
        page.locator("#publish").click();
        page.waitForLoadState();
    }

    private static Page.GetByRoleOptions named(String button) {
        return new Page.GetByRoleOptions().setName(button);
    }

    private static void drop(Page page, byte[] bytes, String name, String type) {
        page.evaluate(
                DROP,
                Map.of(
                        "content",
                        Base64.getEncoder().encodeToString(bytes),
                        "name",
                        name,
                        "type",
                        type));
    }
}
