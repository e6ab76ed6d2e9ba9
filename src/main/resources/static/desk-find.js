// Finding anything as one types, from anywhere at the desk. Without this, its page does.

import { pageAt } from "./desk-html.js";

const PAUSE = 120;
const dialog = document.getElementById("find");
const field = document.getElementById(dialog ? "find-words" : "q");
const found = document.getElementById(dialog ? "find-found" : "found");
let asked = 0;
let shown = null;
let timer = 0;

async function ask() {
    asked += 1;
    const turn = asked;
    const words = field.value;
    const page = await pageAt(`/desk/find?q=${encodeURIComponent(words)}`);
    if (!page || turn !== asked) return;
    shown = words;
    found.replaceChildren(...[...page.getElementById("found").children].map((part) => document.adoptNode(part)));
}

function open() {
    if (!dialog) {
        field?.focus();
        return;
    }
    dialog.showModal();
    field.select();
    ask();
}

// The first line is taken with Enter, of what was typed and not of what is still shown; arrows go
// through them all.
async function move(event) {
    const lines = [...found.querySelectorAll("a")];
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by && lines.length) {
        event.preventDefault();
        const next = lines.indexOf(document.activeElement) + by;
        (next < 0 ? field : lines[Math.min(next, lines.length - 1)]).focus();
    }
    if (event.key === "Escape") { // A field to search would only be emptied, and keep what is typed next.
        dialog?.close();
        field.blur();
    }
    if (event.key === "Enter" && document.activeElement === field) {
        event.preventDefault();
        clearTimeout(timer);
        if (shown !== field.value) await ask();
        if (shown === field.value) found.querySelector("a")?.click();
    }
}

if (field) {
    field.addEventListener("input", () => {
        clearTimeout(timer);
        timer = setTimeout(ask, PAUSE);
    });
    field.closest("dialog, main").addEventListener("keydown", move);
    document.getElementById("to-find").addEventListener("click", (event) => {
        event.preventDefault();
        open();
    });
    document.addEventListener("desk-find", open);
    addEventListener("keydown", (event) => {
        if (event.ctrlKey && event.altKey && event.code === "KeyF") {
            event.preventDefault();
            open();
        }
    });
}
