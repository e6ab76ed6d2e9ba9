package musette.journeys;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// A real Chromium that looks at pages: is everything open to everyone, does it fit the screen.
/// Motion is reduced, so that no colour is measured in the middle of a transition.
///
/// Whoever looks closes the context, never a page alone: Chromium sometimes does not answer when a
/// page is closed that is still loading, and nobody would stop waiting.
public final class Eyes implements AutoCloseable {
    /// A name that leads to this machine: without encryption, and not as a browser's trusted
    /// `localhost`.
    static final String MADE_UP_HOST = "news.estella.example";

    private static final int HEIGHT = 900;
    private static final int MILLIS_FOR_A_PICTURE = 10_000;

    /// The first is made for machines without a screen.
    private static final List<String> CHROMIUMS =
            List.of("chromium-headless-shell", "chromium", "google-chrome");

    private static final List<String> WCAG_AA =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final List<String> SWITCHES =
            List.of(
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--no-first-run",
                    "--host-resolver-rules=MAP %s 127.0.0.1".formatted(MADE_UP_HOST));

    private final Playwright playwright = Playwright.create();
    private final Browser browser =
            playwright
                    .chromium()
                    .launch(
                            new BrowserType.LaunchOptions()
                                    .setExecutablePath(chromium())
                                    .setArgs(SWITCHES));

    /// A desktop's window in daylight.
    public BrowserContext context() {
        return context(1_280, ColorScheme.LIGHT);
    }

    public BrowserContext context(int width, ColorScheme scheme) {
        return browser.newContext(options(width, scheme));
    }

    public BrowserContext withoutScripts() {
        return browser.newContext(options(1_280, ColorScheme.LIGHT).setJavaScriptEnabled(false));
    }

    /// What WCAG 2.2 AA has against the page as it stands, one line each; and whether it is wider
    /// than its window.
    public static List<String> complaints(Page page) {
        page.evaluate("document.fonts.ready");
        // Legacy mode opens no second page; that is for frames of other sites, and half the time.
        var rules =
                new AxeBuilder(page)
                        .setLegacyMode(true).withTags(WCAG_AA).analyze().getViolations().stream()
                                .map(Object::toString);
        var wider = isWider(page) ? Stream.of("is wider than its window") : Stream.<String>empty();
        return Stream.concat(rules, wider)
                .map(complaint -> page.url() + " " + page.viewportSize().width + " " + complaint)
                .toList();
    }

    public static boolean isWider(Page page) {
        var overflow = page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
        return (Integer) overflow > 0;
    }

    /// Keeps the whole page as a picture for people, under target/pictures. On a busy machine
    /// Chromium sometimes draws nothing at all; no test rests on a picture, so one is missing then.
    public static void keep(Page page, String name) {
        try {
            page.screenshot(
                    new Page.ScreenshotOptions()
                            .setFullPage(true)
                            .setTimeout(MILLIS_FOR_A_PICTURE)
                            .setPath(Path.of("target", "pictures", name + ".png")));
        } catch (TimeoutError e) {
            System.out.printf("no picture of %s: %s%n", name, e.getMessage().lines().findFirst());
        }
    }

    private static Browser.NewContextOptions options(int width, ColorScheme scheme) {
        return new Browser.NewContextOptions()
                .setLocale("en-GB")
                .setViewportSize(width, HEIGHT)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setColorScheme(scheme);
    }

    private static Path chromium() {
        var folders = System.getenv("PATH").split(java.io.File.pathSeparator, -1);
        return CHROMIUMS.stream()
                .flatMap(name -> Stream.of(folders).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Chromium is not on the PATH."));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
