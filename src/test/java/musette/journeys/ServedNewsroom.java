package musette.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import musette.ops.Console;
import musette.ops.ServedProgram;

/// The program started by its command, with a browser for its owner and one for each stranger.
final class ServedNewsroom implements AutoCloseable {
    private static final List<String> ORDER = List.of("first", "second", "third", "fourth");

    private final Path data;
    private final ServedProgram program;
    private final Console console = new Console();
    private final Eyes eyes = new Eyes();
    private final BrowserContext owner = eyes.context();
    private final List<BrowserContext> strangers = new ArrayList<>();

    private ServedNewsroom(Path data, ServedProgram program) {
        this.data = data;
        this.program = program;
    }

    /// Starts it and opens the line that the README tells to open.
    static ServedNewsroom open(Path data, String... options) {
        var newsroom = new ServedNewsroom(data, ServedProgram.start(data, options));
        var which = Documents.first("Open the (\\w+), ", Documents.read("README.md")).group(1);
        var word = newsroom.program.words().get(ORDER.indexOf(which));
        var page = newsroom.owner.newPage();
        page.navigate(newsroom.program.line(word));
        page.locator("main .button").click();
        page.waitForURL("**/desk");
        page.close();
        return newsroom;
    }

    ServedProgram program() {
        return program;
    }

    String address(String path) {
        return program.address(path);
    }

    /// A new window of the owner's.
    Page owner(String path) {
        return opened(owner, path);
    }

    /// A window of somebody who has never been here.
    Page stranger(String path) {
        var context = eyes.context();
        strangers.add(context);
        return opened(context, path);
    }

    private Page opened(BrowserContext context, String path) {
        var page = context.newPage();
        page.navigate(path.startsWith("/") ? address(path) : path);
        return page;
    }

    /// Types a command on this data folder and answers what it prints.
    String command(String... words) {
        var all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--data", data.toString()));
        return commandAlone(all.toArray(String[]::new));
    }

    /// Types a command that needs neither folder nor server.
    String commandAlone(String... words) {
        var exit = console.run(words);
        assertThat(exit).as(console.err()).isZero();
        return console.out();
    }

    /// Opens the window's page again until something stands on it, as somebody who waits does.
    static Locator awaitOn(Page page, String selector) {
        await().pollInSameThread()
                .atMost(Duration.ofSeconds(20))
                .until(() -> {
                    page.reload();
                    return page.locator(selector).count() > 0;
                });
        return page.locator(selector);
    }

    static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    static Page.LocatorOptions having(String words) {
        return new Page.LocatorOptions().setHasText(words);
    }

    /// The first link in the newest caught mail to an address, read where the start says.
    String linkMailedTo(String address) {
        var mails = Documents.first("caught here, read them at (\\S+)", program.line("mail"));
        var page = owner(mails.group(1));
        awaitOn(page, "tr:has(td:text-is('%s')) a".formatted(address)).first().click();
        return page.locator(".mail-words a").first().getAttribute("href");
    }

    @Override
    public void close() {
        strangers.forEach(BrowserContext::close);
        eyes.close();
        program.close();
    }
}
