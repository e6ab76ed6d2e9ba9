// The editor of a story. It takes the place of the form's fields; saving is story-sync.js.

import { baseKeymap, lift, setBlockType, toggleMark, wrapIn } from "prosemirror-commands";
import { history, redo, undo } from "prosemirror-history";
import { keymap } from "prosemirror-keymap";
import { Fragment, Slice } from "prosemirror-model";
import { wrapInList } from "prosemirror-schema-list";
import { EditorState, Plugin } from "prosemirror-state";
import { EditorView } from "prosemirror-view";
import { pageAt } from "./desk-html.js";
import { HEADS, addUpdate, askBlock, askLink, askTable, isLine, keys, outsidePicture, placeTable, putBlock, rules, unbind } from "./story-keys.js";
import { showComments } from "./story-comments.js";
import { asBlock, loadSchema } from "./story-schema.js";
import { showMenu } from "./story-menu.js";
import { showPictures } from "./story-pictures.js";
import { Sync } from "./story-sync.js";
import { showDoubts, showFacts, showOthers, showPlaceholders } from "./story-marks.js";

const place = document.getElementById("story");
const form = document.getElementById("editor");
const status = document.getElementById("status");
let pictures;
let comments;

/* Tools */

const TOOLS = {
    strong: ({ marks }) => toggleMark(marks.strong),
    emphasis: ({ marks }) => toggleMark(marks.emphasis),
    link: () => askLink,
    heading: ({ nodes }) => toggled(nodes.heading, nodes.paragraph),
    pull_quote: ({ nodes }) => toggled(nodes.pull_quote, nodes.paragraph),
    quote: ({ nodes }) => wrapped(nodes.quote, wrapIn(nodes.quote)),
    bullet_list: ({ nodes }) => wrapped(nodes.bullet_list, wrapInList(nodes.bullet_list)),
    ordered_list: ({ nodes }) => wrapped(nodes.ordered_list, wrapInList(nodes.ordered_list)),
    picture: () => pictures.choose,
    comment: () => comments.begin,
    embed: () => askBlock,
    update: () => addUpdate,
    table: () => askTable,
    result_table: () => placeTable,
    unbind: () => unbind,
    undo: () => undo,
    redo: () => redo,
};

// What a slash in an empty line offers: the tools that put something there.
const PUT_BY_SLASH = ["heading", "quote", "pull_quote", "bullet_list", "ordered_list", "picture", "embed", "table",
    "update", "result_table", "comment"];

function commandsOf(schema) {
    return PUT_BY_SLASH
        .map((tool) => place.querySelector(`[data-tool=${tool}]`))
        .filter(Boolean)
        .map((button) => ({
            label: button.dataset.name ?? button.textContent,
            run: (view) => TOOLS[button.dataset.tool](schema)(view.state, view.dispatch, view),
        }));
}

function toggled(type, otherwise) {
    return outsidePicture((state, dispatch) =>
        setBlockType(state.selection.$from.parent.type === type ? otherwise : type)(state, dispatch));
}

const isIn = (state, type) => {
    const { $from } = state.selection;
    return Array.from({ length: $from.depth + 1 }, (_, depth) => $from.node(depth).type).includes(type);
};

function wrapped(type, wrap) {
    return (state, dispatch, view) => (isIn(state, type) ? lift : wrap)(state, dispatch, view);
}

function isOn(state, tool, { marks, nodes }) {
    if (marks[tool]) {
        const { from, to, empty, $from } = state.selection;
        return empty ? Boolean(marks[tool].isInSet(state.storedMarks || $from.marks()))
            : state.doc.rangeHasMark(from, to, marks[tool]);
    }
    return nodes[tool] ? isIn(state, nodes[tool]) : false;
}

function showTools(view) {
    for (const button of place.querySelectorAll("[data-tool]")) {
        const command = TOOLS[button.dataset.tool](view.state.schema);
        button.setAttribute("aria-disabled", String(!command(view.state)));
        if (button.hasAttribute("aria-pressed")) {
            button.setAttribute("aria-pressed", String(isOn(view.state, button.dataset.tool, view.state.schema)));
        }
    }
}

function offerTools(view) {
    const bar = place.querySelector("[role=toolbar]");
    bar.addEventListener("mousedown", (event) => event.preventDefault());
    bar.addEventListener("click", (event) => {
        const button = event.target.closest("[data-tool]");
        if (!button) return;
        TOOLS[button.dataset.tool](view.state.schema)(view.state, view.dispatch, view);
        view.focus();
    });
    bar.addEventListener("keydown", (event) => {
        const buttons = [...bar.querySelectorAll("button")];
        const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
        if (!by) return;
        event.preventDefault();
        const next = buttons[(buttons.indexOf(document.activeElement) + by + buttons.length) % buttons.length];
        buttons.forEach((button) => { button.tabIndex = button === next ? 0 : -1; });
        next.focus();
    });
}

/* What comes from elsewhere */

const known = new Set();
const nameOf = ({ kind, source, value, text }) => JSON.stringify([kind, source, value, text]);

function learn(story) {
    story.descendants((node) => { if (node.type.name === "fact") known.add(nameOf(node.attrs)); });
}

// A fact of another story is words here; nothing invisible comes in.
function cleaned(fragment, schema) {
    const nodes = [];
    fragment.forEach((node) => {
        if (node.type.name === "fact" && !known.has(nameOf(node.attrs))) {
            nodes.push(schema.text(node.attrs.text, node.marks));
        } else if (node.isText) {
            const words = plain(node.text);
            if (words) nodes.push(schema.text(words, node.marks));
        } else {
            nodes.push(node.copy(cleaned(node.content, schema)));
        }
    });
    return Fragment.from(nodes);
}

const LONGEST = 200_000;

// Signs that no story can hold, as they come along with words from PDFs, go as soon as they are there.
const UNKEPT = /[^\t\n\r\x20-\x7e\u00a0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

const dropUnkept = () => new Plugin({
    appendTransaction(changes, _, { doc, tr }) {
        if (!changes.some((change) => change.docChanged)) return null;
        doc.descendants((node, at) => {
            for (const { 0: sign, index } of (node.text ?? "").matchAll(UNKEPT)) {
                tr.delete(tr.mapping.map(at + index), tr.mapping.map(at + index + sign.length));
            }
        });
        return tr.docChanged ? tr : null;
    },
});

// A cell holds one line.
const inCells = (pasted) => pasted.split(/(?=<t[dh]\b)/i).map((part) => {
    const end = /^<t[dh]\b/i.test(part) ? part.search(/<\/t[dh]>/i) : -1;
    const words = part.slice(0, Math.max(end, 0)).replace(/<\/?(?:p|div|h[1-6]|ul|ol|li|br)\b[^>]{0,2000}>/gi, " ");
    return words + part.slice(Math.max(end, 0));
}).join("");

// What no story can hold is not even read.
function refuseGiant(_, event) {
    const length = (type) => event.clipboardData?.getData(type).length ?? 0;
    if (length("text/plain") <= LONGEST && length("text/html") <= 10 * LONGEST) return false;
    event.preventDefault();
    say("That is too long to paste: a story has at most 200,000 characters. Nothing was changed.", "refused");
    return true;
}

// The address of a film, a route or a story, pasted alone into an empty line, becomes what it leads to.
function pasteBlock(view, event) {
    const node = asBlock(view.state.schema, event.clipboardData?.getData("text/plain") ?? "");
    const { $from } = view.state.selection;
    if (!node || $from.depth !== 1 || $from.parent.type.name !== "paragraph" || $from.parent.content.size > 0) return false;
    return putBlock(view.state, view.dispatch, node);
}

// Kicker, headline, standfirst and captions take the words of whatever is pasted, in one line.
function pasteInLine(view, _, slice) {
    if (!isLine(view.state.selection.$from) || slice.content.size === 0) return false;
    const words = slice.content.textBetween(0, slice.content.size, " ", (leaf) => leaf.attrs.text ?? "");
    view.dispatch(view.state.tr.insertText(words.replace(/\s+/g, " ")).scrollIntoView());
    return true;
}

const plain = (words) => words.replace(/[\p{Cc}\p{Cs}\u00ad\u200b\u2060\ufeff\ufffe\uffff]/gu, "");

/* Facts of the result */

let offers = [];

// Every cell that the result offers becomes a button that puts it where the caret is.
async function offerFacts(view) {
    const rows = document.querySelectorAll(".rows tr[id]");
    if (rows.length === 0) return;
    const answer = await fetch(`${place.dataset.path}/offers`, { headers: { Accept: "application/json" } });
    if (!answer.ok) return;
    offers = await answer.json();
    document.getElementById("take-help").hidden = false;
    rows.forEach((row, index) => {
        for (const cell of row.querySelectorAll("[data-cell]")) {
            const fact = offers[index]?.[cell.dataset.cell];
            if (!fact) continue;
            const button = Object.assign(document.createElement("button"),
                { type: "button", className: "take-fact", title: `Put “${fact.text}” into the text` });
            button.append(...cell.childNodes);
            button.addEventListener("mousedown", (event) => event.preventDefault());
            button.addEventListener("click", () => takeFact(view, offers[index], cell.dataset.cell));
            cell.append(button);
        }
    });
}

// Who has been named is called by the family name.
function takeFact(view, row, cell) {
    const { state } = view;
    const fact = cell === "rider" && says(state.doc, row.rider) ? row.family : row[cell];
    if (state.selection.$from.parent.type.name === "kicker") return;
    known.add(nameOf(fact));
    const { $from } = state.selection;
    const before = $from.parent.textBetween(Math.max(0, $from.parentOffset - 1), $from.parentOffset, "", "x");
    const node = state.schema.nodes.fact.create(fact);
    const change = state.tr.replaceSelectionWith(node, false);
    if (before && !/[\s(“‘–-]/.test(before)) change.insertText(" ", $from.pos);
    view.dispatch(change.scrollIntoView());
    view.focus();
}

function says(doc, { source, text }) {
    let isSaid = false;
    doc.descendants(({ type, attrs }) => {
        isSaid ||= type.name === "fact" && attrs.source === source && attrs.text === text;
    });
    return isSaid;
}

/* The page around it */

const PARTS = ["state", "publish", "marks", "comment-list", "fact-list", "steps"];
let refreshing;

function refreshSoon(view) {
    clearTimeout(refreshing);
    refreshing = setTimeout(() => refresh(view), 700);
}

// The page of the saved version, for what it says beside the words.
async function refresh(view) {
    const page = await pageAt(place.dataset.path);
    if (!page) return;
    for (const id of PARTS) {
        const [here, there] = [document.getElementById(id), page.getElementById(id)];
        const isOpen = here?.contains(document.activeElement) || [...here?.querySelectorAll("input[name^=why], textarea") ?? []].some((field) => field.value !== field.defaultValue);
        if (here && there && !isOpen) here.replaceWith(document.adoptNode(there));
    }
    offerToShow();
    view.dispatch(view.state.tr.setMeta("refreshed", true));
}

function offerToShow() {
    document.querySelectorAll("#marks .show").forEach((button) => { button.hidden = false; });
}

function say(words, kind) {
    status.textContent = words;
    status.dataset.kind = kind;
    if (kind !== "signed-out") return;
    const door = Object.assign(document.createElement("a"),
        { href: "/desk/sign-in", target: "_blank", textContent: "Sign in" });
    status.append(" ", door, " in another window, and go on here.");
}

function count(view) {
    const { doc } = view.state;
    const words = doc.textBetween(0, doc.content.size, " ", (leaf) => leaf.attrs.text ?? " ");
    const body = words.slice(HEADS.reduce((sum, _, index) => sum + doc.child(index).textContent.length, 0));
    document.getElementById("words").textContent = body.split(/\s+/).filter(Boolean).length;
}

// Acts take the form once everything typed is at the newsroom.
function guardActs(sync) {
    let isReady = false;
    form.addEventListener("submit", async (event) => {
        if (isReady) return;
        event.preventDefault();
        event.stopImmediatePropagation();
        const { submitter } = event;
        if (!await sync.flush()) return;
        if (!submitter?.hasAttribute("formaction")) return;
        form.elements.version.value = sync.version;
        isReady = true;
        // Not within this very event: a form that is being submitted takes no second one.
        setTimeout(() => form.requestSubmit(submitter));
    }, { capture: true });
    addEventListener("pageshow", (event) => { if (event.persisted) isReady = false; });
    addEventListener("beforeunload", (event) => { if (!isReady && !sync.isSaved) event.preventDefault(); });
}

async function showBroken(sync) {
    for (const entry of await sync.broken()) {
        const section = document.getElementById("broken").content.firstElementChild.cloneNode(true);
        section.querySelector(".words").textContent = entry.words;
        section.querySelector("button").addEventListener("click", () => { sync.forget(entry); section.remove(); });
        form.before(section);
    }
}

async function mount() {
    const schema = await loadSchema();
    const { path, writer, version, story } = place.dataset;
    const sync = new Sync({
        path, writer, schema, say, version: Number(version), story: JSON.parse(story),
        token: form.elements._csrf.value,
    });
    const typed = await sync.open();
    learn(sync.story);
    const people = showOthers();
    comments = showComments({ form, say });
    pictures = showPictures({ say, tokenNow: () => form.elements._csrf.value });
    const menu = showMenu({
        place, commands: commandsOf(schema), rows: () => offers,
        take: (window, row) => takeFact(window, row, "rider"),
    });
    const state = EditorState.create({
        doc: sync.story,
        plugins: [
            menu, rules(schema), keymap({ ...keys(schema), "Mod-Alt-m": comments.begin }), keymap(baseKeymap), history(), sync.plugin(),
            dropUnkept(), showPlaceholders(), showDoubts(), showFacts(), pictures.plugin, comments.plugin, people.plugin,
        ],
    });
    const view = new EditorView(place.querySelector(".sheet"), {
        state,
        attributes: { "role": "textbox", "aria-multiline": "true", "aria-label": "Story", "spellcheck": "true" },
        transformPastedHTML: (pasted) => inCells(pasted).replace(/(<\w[^>]{0,2000}?)\sstyle=/gi, "$1 data-style="),
        transformPasted: (slice) => new Slice(cleaned(slice.content, schema), slice.openStart, slice.openEnd),
        handleDOMEvents: { paste: refuseGiant },
        handlePaste: (window, event, slice) => pasteBlock(window, event) || pasteInLine(window, event, slice),
        nodeViews: { picture: pictures.nodeView },
        dispatchTransaction(change) {
            view.updateState(view.state.apply(change));
            if (change.docChanged) {
                learn(change.doc);
                sync.changed();
                count(view);
            }
            if (change.docChanged || change.selectionSet) showTools(view);
            if (change.selectionSet || change.docChanged) people.tell(view, sync);
        },
    });
    sync.onSaved = () => refreshSoon(view);
    sync.onComments = () => refresh(view);
    sync.onPeople = (others) => people.show(view, others);
    document.querySelectorAll(".fields :is(input, textarea)").forEach((field) => { field.disabled = true; });
    document.querySelector(".fields").hidden = true;
    place.hidden = false;
    document.getElementById("save").hidden = true;
    offerTools(view);
    offerToShow();
    showTools(view);
    count(view);
    guardActs(sync);
    await sync.start(view, typed);
    await showBroken(sync);
    await offerFacts(view);
    place.dataset.ready = "true";
}

mount();
