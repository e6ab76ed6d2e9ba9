package musette.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/// Somebody who writes a story in the editor, in a browser.
public record Writer(Page page) {
    /// Opens the story and waits until it can be written in.
    public static Writer open(Page page, String address) {
        page.navigate(address);
        var writer = new Writer(page);
        writer.awaitReady();
        return writer;
    }

    void awaitReady() {
        page.locator("#story[data-ready]").waitFor();
    }

    Locator sheet() {
        return page.locator(".ProseMirror");
    }

    /// Puts the caret behind the last word.
    public Writer atEnd() {
        return atEndOf(":scope > :last-child");
    }

    /// Puts the caret behind the last word of a part: `h1`, `p:nth-of-type(3)`.
    Writer atEndOf(String part) {
        return select(part, "range.selectNodeContents(last); range.collapse(false)");
    }

    /// Types another body over the one that is there.
    Writer replaceBody(String words) {
        select(
                ":scope > :nth-child(4)",
                "range.setEnd(sheet.lastChild, sheet.lastChild.childNodes.length)");
        page.keyboard().press("Delete");
        return type(words.replace("\n\n", "\n"));
    }

    /// The editor sets its own caret 20 ms after it was focused. Counted in the page, where its
    /// timer runs, however busy the machine is.
    void awaitCaret() {
        page.evaluate("() => new Promise((done) => setTimeout(done, 60))");
    }

    /// As a mouse would; the keys move by lines as they stand on the screen.
    private Writer select(String part, String how) {
        sheet().focus();
        awaitCaret();
        page.evaluate(
                """
                (part) => {
                    const sheet = document.querySelector(".ProseMirror");
                    const last = sheet.querySelector(part);
                    const range = document.createRange();
                    range.setStart(last, 0);
                    %s;
                    getSelection().removeAllRanges();
                    getSelection().addRange(range);
                }
                """
                        .formatted(how),
                part);
        page.waitForTimeout(60);
        return this;
    }

    public Writer type(String words) {
        page.keyboard().type(words);
        return this;
    }

    /// As from another program.
    public Writer paste(String html) {
        page.evaluate(
                """
                (html) => {
                    const data = new DataTransfer();
                    data.setData("text/html", html);
                    document.querySelector(".ProseMirror").dispatchEvent(new ClipboardEvent("paste",
                        { clipboardData: data, bubbles: true, cancelable: true }));
                }
                """,
                html);
        return this;
    }

    /// Waits until the newsroom has it.
    public Writer awaitSaved() {
        page.locator("#status[data-kind=saved], #status[data-kind=refused]").waitFor();
        assertThat(status()).startsWith("Saved ");
        return this;
    }

    String status() {
        return page.locator("#status").textContent();
    }
}
