// The list below the caret: what a slash offers in an empty line, and names while they are typed.

import { Plugin, PluginKey, TextSelection } from "prosemirror-state";
import { pageAt } from "./desk-html.js";

const MOST = 7; // Names.
const LEAST = 4;
const PAUSE = 150;
const SLASH = /^\/([\p{L}\p{N} ]{0,20})$/u;
const NAME = /(?:^|[^\p{L}\p{N}])(\p{Lu}[\p{L}'’-]{2,30})$/u;
const NAMES_OF = ["Riders", "Teams", "Races"];

const folded = (words) => words.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

// Whether some word of the name goes on like that.
const goesOn = (name, typed) => name.length > typed.length
    && folded(name).split(/[\s'’-]+/).some((_, at, words) => words.slice(at).join(" ").startsWith(folded(typed)));

// What is being typed right before the caret: {kind, from, to, typed}, or nothing.
function typedIn({ selection: { empty, $from } }) {
    const { parent, parentOffset } = $from;
    if (!empty || !parent.isTextblock) return null;
    const before = parent.textBetween(0, parentOffset, "", "\ufffc");
    const slash = $from.depth === 1 && parent.type.name === "paragraph" && parentOffset === parent.content.size
        && before.match(SLASH);
    if (slash) return { kind: "slash", from: $from.start(), to: $from.pos, typed: slash[1] };
    const name = parent.type.name !== "kicker" && before.match(NAME);
    return name && { kind: "name", from: $from.pos - name[1].length, to: $from.pos, typed: name[1] };
}

// commands: [{label, run(view)}]; rows(): what the result offers; take(view, row): puts that in.
export function showMenu({ place, commands, rows, take }) {
    const key = new PluginKey("menu");
    const list = Object.assign(document.createElement("ul"), { id: "story-menu", className: "story-menu", hidden: true });
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", "What can be put here");
    place.append(list);
    let view;
    let [items, chosen, open, dismissed, timer, turn] = [[], 0, null, -1, 0, 0];

    const put = (words) => () => view.dispatch(view.state.tr.insertText(words, open.from, open.to));

    function ofResult({ typed }) {
        return rows().filter(({ rider }) => goesOn(rider.text, typed)).map((row) => ({
            label: row.rider.text, detail: "from the result",
            run() {
                view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, open.from, open.to)));
                take(view, row);
            },
        }));
    }

    // Names that the newsroom knows, as plain words.
    async function known({ typed }) {
        const page = await pageAt(`/desk/find?q=${encodeURIComponent(typed)}`);
        const groups = [...page?.querySelectorAll("#found .found") ?? []]
            .filter((group) => NAMES_OF.includes(group.querySelector("h2").textContent));
        return groups.flatMap((group) => [...group.querySelectorAll("a")].map((name) => name.textContent))
            .filter((name) => goesOn(name, typed))
            .map((name) => ({ label: name, detail: "", run: put(name) }));
    }

    function show(found) {
        const labels = new Set();
        items = found.filter(({ label }) => !labels.has(label) && labels.add(label))
            .slice(0, open?.kind === "name" ? MOST : undefined);
        chosen = Math.min(chosen, Math.max(items.length - 1, 0));
        list.hidden = items.length === 0;
        list.replaceChildren(...items.map(({ label, detail }, index) => {
            const item = Object.assign(document.createElement("li"), { id: `story-menu-${index}`, textContent: label });
            item.setAttribute("role", "option");
            item.setAttribute("aria-selected", String(index === chosen));
            if (detail) item.append(" ", Object.assign(document.createElement("span"), { className: "meta", textContent: detail }));
            item.addEventListener("mousedown", (event) => event.preventDefault());
            item.addEventListener("click", () => accept(index));
            return item;
        }));
        if (!list.hidden) stand();
        view.dom.toggleAttribute("aria-activedescendant", false);
        if (!list.hidden) view.dom.setAttribute("aria-activedescendant", `story-menu-${chosen}`);
    }

    // Below the words, and never beyond the sheet.
    function stand() {
        const at = view.coordsAtPos(open.from);
        const sheet = place.getBoundingClientRect();
        list.style.top = `${at.bottom - sheet.top + 4}px`;
        list.style.left = `${Math.max(0, Math.min(at.left - sheet.left, sheet.width - list.offsetWidth))}px`;
    }

    function close() {
        clearTimeout(timer);
        turn += 1;
        open = null;
        if (items.length) show([]);
    }

    function look() {
        const typed = view.hasFocus() && !view.composing && typedIn(view.state);
        if (!typed || typed.from === dismissed) {
            if (!typed) dismissed = -1;
            close();
            return;
        }
        if (open?.from !== typed.from || open.typed !== typed.typed) chosen = 0;
        open = typed;
        if (typed.kind === "slash") {
            show(commands.filter(({ label }) => folded(label).includes(folded(typed.typed.trim()))));
            return;
        }
        const own = ofResult(typed);
        show(own);
        clearTimeout(timer);
        turn += 1;
        if (typed.typed.length < LEAST) return; // “The” begins many names, and most sentences.
        const mine = turn;
        timer = setTimeout(async () => {
            const others = await known(typed);
            if (mine === turn) show([...own, ...others]);
        }, PAUSE);
    }

    function accept(index) {
        const { run } = items[index];
        if (open.kind === "slash") view.dispatch(view.state.tr.delete(open.from, open.to));
        run(view);
        close();
        view.focus();
    }

    // Enter ends a line while names are typed, as ever; Tab takes one.
    function handleKeyDown(_, event) {
        if (!open || items.length === 0) return false;
        const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
        if (by) {
            chosen = (chosen + by + items.length) % items.length;
            show(items);
            return true;
        }
        if (event.key === "Escape") {
            dismissed = open.from;
            close();
            return true;
        }
        if (event.key !== "Tab" && !(event.key === "Enter" && open.kind === "slash") || event.shiftKey) return false;
        accept(chosen);
        return true;
    }

    return new Plugin({
        key,
        props: { handleKeyDown, handleDOMEvents: { blur: () => { close(); return false; } } },
        view(mounted) {
            view = mounted;
            view.dom.setAttribute("aria-autocomplete", "list");
            view.dom.setAttribute("aria-controls", list.id);
            return {
                update: (_, before) => {
                    if (!before.doc.eq(view.state.doc) || !before.selection.eq(view.state.selection)) look();
                },
            };
        },
    });
}
