// What is shown in the text and is no part of it: hints in empty lines, words that contradict the
// result, numbers without a row, the row of a fact, and where the others write.

import { Plugin, PluginKey, TextSelection } from "prosemirror-state";
import { Decoration, DecorationSet } from "prosemirror-view";

const HINTS = { kicker: "Kicker", headline: "Headline", standfirst: "Standfirst", paragraph: "Write the story" };

export function showPlaceholders() {
    return new Plugin({
        props: {
            decorations({ doc }) {
                const hints = [];
                doc.forEach((node, offset, index) => {
                    const isOnly = node.type.name !== "paragraph" || (index === 3 && doc.childCount === 4);
                    if (node.content.size === 0 && HINTS[node.type.name] && isOnly) {
                        hints.push(Decoration.node(offset, offset + node.nodeSize,
                            { "class": "hint", "data-hint": HINTS[node.type.name] }));
                    }
                });
                return DecorationSet.create(doc, hints);
            },
        },
    });
}

// Each run of lines with its place and its words, facts included.
export function* lines(doc) {
    const found = [];
    doc.descendants((node, pos) => {
        if (node.isTextblock) found.push({ node, pos: pos + 1 });
        return !node.isTextblock;
    });
    yield* found;
}

// A place in the words of a line as a place in the story: a fact is one there, however long it is.
export function placeIn({ node, pos }, offset) {
    let words = 0;
    let at = pos;
    for (let index = 0; index < node.childCount; index += 1) {
        const child = node.child(index);
        const length = child.isText ? child.text.length : child.attrs.text.length;
        if (offset < words + length) return child.isText ? at + offset - words : at;
        words += length;
        at += child.nodeSize;
    }
    return at;
}

export const wordsOf = (node) => node.textBetween(0, node.content.size, "", (leaf) => leaf.attrs.text ?? "");

export function range(line, start, end) {
    const from = placeIn(line, start);
    return { from, to: Math.max(from + 1, placeIn(line, end)) };
}

// Where the words stand first in a field; the body is every line below the heads.
export function find(doc, field, words) {
    const isBody = field === "text";
    for (const line of lines(doc)) {
        const isHead = ["kicker", "headline", "standfirst"].includes(line.node.type.name);
        if (isBody ? isHead : line.node.type.name !== field) continue;
        const start = wordsOf(line.node).indexOf(words);
        if (start >= 0) return range(line, start, start + words.length);
    }
    return null;
}

const NUMBER = /\p{Nd}+(?:[.,:]\p{Nd}+)*/gu;

function doubts(doc) {
    const marks = [];
    for (const button of document.querySelectorAll("#marks [data-words]")) {
        const found = find(doc, button.dataset.field, button.dataset.words);
        if (found) marks.push(Decoration.inline(found.from, found.to, { "class": "doubt" }));
    }
    doc.descendants((node, pos) => {
        for (const { index } of node.isText ? node.text.matchAll(/\bTK\b/g) : []) {
            marks.push(Decoration.inline(pos + index, pos + index + 2,
                { "class": "doubt", "title": "Still to come: the story is not published before it is written" }));
        }
    });
    if (document.querySelector(".rows tbody")) {
        doc.descendants((node, pos) => {
            for (const { 0: number, index } of node.isText ? node.text.matchAll(NUMBER) : []) {
                marks.push(Decoration.inline(pos + index, pos + index + number.length,
                    { "class": "unbound", "title": "This number has no row" }));
            }
        });
    }
    return DecorationSet.create(doc, marks);
}

export function showDoubts() {
    const key = new PluginKey("doubts");
    return new Plugin({
        key,
        state: {
            init: (_, { doc }) => doubts(doc),
            apply: (change, shown) => change.docChanged || change.getMeta("refreshed") ? doubts(change.doc) : shown,
        },
        props: { decorations: (state) => key.getState(state) },
        view(view) {
            document.addEventListener("click", (event) => {
                const button = event.target.closest("#marks [data-words]");
                const found = button && find(view.state.doc, button.dataset.field, button.dataset.words);
                if (!found) return;
                view.dispatch(view.state.tr
                    .setSelection(TextSelection.create(view.state.doc, found.from, found.to))
                    .scrollIntoView());
                view.focus();
            });
            return {};
        },
    });
}

// Pointing at a fact lights its row, pointing at a row lights its words.
export function showFacts() {
    const light = (element, isLit) => element?.classList.toggle("lit", isLit);
    const rowOf = (source) => document.querySelector(`#fact-list [data-source="${CSS.escape(source)}"]`)?.dataset.row;
    const unlight = () => document.querySelectorAll(".lit").forEach((element) => light(element, false));

    function lightFact(fact) {
        unlight();
        light(fact, true);
        light(document.getElementById(`row-${rowOf(fact.dataset.source)}`), true);
    }

    return new Plugin({
        view(view) {
            view.dom.addEventListener("mouseover", (event) => {
                const fact = event.target.closest?.(".fact");
                if (fact) lightFact(fact);
                else unlight();
            });
            document.querySelector(".rows")?.addEventListener("mouseover", (event) => {
                unlight();
                const row = event.target.closest("tr[id]");
                if (!row) return;
                light(row, true);
                view.dom.querySelectorAll(".fact").forEach((fact) =>
                    light(fact, `row-${rowOf(fact.dataset.source)}` === row.id));
            });
            return { update: ({ state }) => {
                const { node } = state.selection;
                const says = document.getElementById("fact-says");
                const line = node?.type.name === "fact"
                    && document.querySelector(`#fact-list [data-source="${CSS.escape(node.attrs.source)}"] .meta`);
                says.textContent = line ? `“${node.attrs.text}”: ${line.textContent.trim()}` : "";
            } };
        },
    });
}

// Where the others write, each with a name and one of six colours.
export function showOthers() {
    const key = new PluginKey("others");
    let telling;
    let told = "";

    const caret = ({ name }, colour) => () => {
        const mark = document.createElement("span");
        mark.className = `caret colour-${colour}`;
        const label = document.createElement("span");
        label.textContent = name;
        mark.append(label);
        return mark;
    };

    const plugin = new Plugin({
        key,
        state: {
            init: () => DecorationSet.empty,
            apply(change, shown) {
                const others = change.getMeta(key);
                if (!others) return shown.map(change.mapping, change.doc);
                return DecorationSet.create(change.doc, others
                    .filter(({ head }) => head > 0 && head <= change.doc.content.size)
                    .map((other, index) =>
                        Decoration.widget(other.head, caret(other, index % 6), { key: other.client, side: -1 })));
            },
        },
        props: { decorations: (state) => key.getState(state) },
    });

    return {
        plugin,
        show(view, others) {
            const names = [...new Set(others.map(({ name }) => name))];
            document.getElementById("people").textContent = names.length
                ? `Also here: ${names.join(", ")}` : "";
            view.dispatch(view.state.tr.setMeta(key, others));
        },
        // A few times a second at most, and only while it moves.
        tell(view, sync) {
            clearTimeout(telling);
            telling = setTimeout(() => {
                const { anchor, head } = view.state.selection;
                if (told === `${anchor} ${head}` || !document.getElementById("people").textContent) return;
                told = `${anchor} ${head}`;
                sync.tellSelection(anchor, head);
            }, 400);
        },
    };
}
