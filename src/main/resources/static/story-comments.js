// What the newsroom says beside the words of a story. A comment is no part of the story: it names
// its words, and is found again wherever they stand now.

import { Plugin, PluginKey, TextSelection } from "prosemirror-state";
import { Decoration, DecorationSet } from "prosemirror-view";
import { pageOf } from "./desk-html.js";
import { lines, range, wordsOf } from "./story-marks.js";

const LONGEST = 300;
const BESIDE = 40;

// The chosen words, of one line; nothing where none are.
function quoteOf({ selection: { $from, to, empty } }) {
    if (empty || !$from.parent.isTextblock) return null;
    const { parent, parentOffset: start } = $from;
    const end = Math.min(start + to - $from.pos, parent.content.size);
    const words = (from, until) => parent.textBetween(from, until, "", (leaf) => leaf.attrs.text ?? "");
    const exact = words(start, end);
    if (!exact.trim()) return null;
    return {
        exact: exact.slice(0, LONGEST),
        before: words(0, start).slice(-BESIDE),
        after: (exact.slice(LONGEST) + words(end, parent.content.size)).slice(0, BESIDE),
    };
}

// Of words that stand there more than once, those with the same neighbours.
function findQuote(doc, { exact, before, after }) {
    let best = null;
    for (const line of lines(doc)) {
        const words = wordsOf(line.node);
        for (let at = words.indexOf(exact); at >= 0; at = words.indexOf(exact, at + 1)) {
            const end = at + exact.length;
            const likeness = shared([...before].reverse(), [...words.slice(0, at)].reverse()) + shared(after, words.slice(end));
            if (!best || likeness > best.likeness) best = { ...range(line, at, end), likeness };
        }
    }
    return best;
}

function shared(one, other) {
    let length = 0;
    while (length < one.length && one[length] === other[length]) length += 1;
    return length;
}

const list = () => document.getElementById("comment-list");
const quoted = () => [...list().querySelectorAll("article[data-exact]:not([data-exact=''])")];

export function showComments({ form, say }) {
    const key = new PluginKey("comments");
    const sheet = document.getElementById("say");
    let view;

    function decorate(doc) {
        return DecorationSet.create(doc, quoted().flatMap((article) => {
            const found = findQuote(doc, article.dataset);
            return found ? [Decoration.inline(found.from, found.to, { "class": "commented" })] : [];
        }));
    }

    // Words that are gone can't be shown.
    function offerToShow(doc) {
        for (const article of quoted()) {
            const isThere = Boolean(findQuote(doc, article.dataset));
            article.querySelector(".show").hidden = !isThere;
            article.querySelector(".gone").hidden = isThere;
        }
    }

    const about = (quote) => {
        for (const part of ["exact", "before", "after"]) form.elements[`quote-${part}`].value = quote?.[part] ?? "";
        sheet.querySelector(".about").hidden = !quote;
        sheet.querySelector(".about q").textContent = quote?.exact ?? "";
    };

    function begin(state, dispatch) {
        if (!dispatch) return true;
        about(quoteOf(state));
        sheet.open = true;
        // Not before the toolbar has given the caret back to the text.
        setTimeout(() => form.elements.comment.focus());
        return true;
    }

    async function send(button) {
        const isNew = sheet.contains(button);
        const body = new URLSearchParams({ _csrf: form.elements._csrf.value, version: form.elements.version.value });
        const from = isNew ? sheet : button.closest(".comment");
        from.querySelectorAll("input[name], textarea[name]").forEach(({ name, value }) => body.append(name, value));
        const answer = await fetch(button.formAction, { method: "POST", headers: { Accept: "text/html" }, body })
            .catch(() => null);
        const page = answer && await pageOf(answer);
        const fresh = page?.getElementById("comment-list");
        if (!answer?.ok || !fresh) {
            const why = page?.querySelector(".problem")?.textContent ?? "the newsroom does not answer.";
            say(`Not said: ${why} Your words are still there.`, "refused");
            return;
        }
        list().replaceWith(document.adoptNode(fresh));
        view.dispatch(view.state.tr.setMeta("refreshed", true));
        if (!isNew) {
            sheet.querySelector("summary").focus();
            return;
        }
        form.elements.comment.value = "";
        about(null);
        sheet.open = false;
        view.focus();
    }

    // A second press while the first is under way would say it twice.
    async function sendOnce(button) {
        button.disabled = true;
        await send(button).finally(() => { button.disabled = false; });
    }

    form.addEventListener("submit", (event) => {
        if (!event.submitter?.closest("#comments")) return;
        event.preventDefault();
        event.stopImmediatePropagation();
        sendOnce(event.submitter);
    }, { capture: true });
    sheet.querySelector(".about button").addEventListener("click", () => {
        about(null);
        form.elements.comment.focus();
    });
    sheet.addEventListener("keydown", (event) => {
        if (event.key !== "Escape") return;
        sheet.open = false;
        view.focus();
    });

    function select(article) {
        const found = findQuote(view.state.doc, article.dataset);
        if (!found) return;
        view.dispatch(view.state.tr
            .setSelection(TextSelection.create(view.state.doc, found.from, found.to)).scrollIntoView());
        view.focus();
    }

    const plugin = new Plugin({
        key,
        state: {
            init: (_, { doc }) => decorate(doc),
            apply: (change, shown) =>
                change.docChanged || change.getMeta("refreshed") ? decorate(change.doc) : shown,
        },
        props: { decorations: (state) => key.getState(state) },
        view(mounted) {
            view = mounted;
            offerToShow(view.state.doc);
            document.addEventListener("click", (event) => {
                const button = event.target.closest("#comment-list .show");
                if (button) select(button.closest("article"));
            });
            return { update: ({ state }) => offerToShow(state.doc) };
        },
    });
    return { plugin, begin };
}
