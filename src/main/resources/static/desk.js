// The desk's keys and what is dropped on it. Every act has a button; this only makes the buttons
// quicker.

const editor = document.getElementById("editor");
const status = document.getElementById("status");
let wasTyped = false;
const SINGLE_KEYS = "musette.desk.single-keys";

function say(words) {
    if (status) status.textContent = words;
}

function isTyping(target) {
    return target.matches("input, textarea, select, [contenteditable]");
}

// One key that publishes must be possible to switch off (WCAG 2.2, 2.1.4).
function singleKeysAreOn() {
    return localStorage.getItem(SINGLE_KEYS) !== "off";
}

/* Queue */

function step(by) {
    const entries = [...document.querySelectorAll("a.entry")];
    if (entries.length === 0) return;
    const here = entries.indexOf(document.activeElement);
    const next = here < 0 ? (by > 0 ? 0 : entries.length - 1) : here + by;
    entries[Math.min(Math.max(next, 0), entries.length - 1)].focus();
}

const whose = document.getElementById("whose");
if (whose) {
    whose.form.querySelector("button").hidden = true;
    whose.addEventListener("change", () => whose.form.requestSubmit());
}

/* Keys */

function toggleKeys() {
    const keys = document.getElementById("keys");
    keys.open = !keys.open;
    if (keys.open) keys.querySelector("summary").focus();
}

const singles = {
    j: () => step(1),
    k: () => step(-1),
    p: publishIfOnlyRead,
    t: () => document.querySelector(".take")?.click(),
    a: () => (document.querySelector(".take-all") ?? document.querySelector(".take"))?.click(),
    r: keepWithReason,
    e: () => document.querySelector(".changed h3 a")?.click(),
    "/": () => document.dispatchEvent(new Event("desk-find")),
    "?": toggleKeys,
};

function keepWithReason() {
    const details = document.querySelector(".changed details");
    if (!details) return;
    details.open = true;
    details.querySelector("input").focus();
}

// One letter lets go of a flash that somebody reads. Once a word was typed on this page, only
// Ctrl+Enter or the button publishes.
function publishIfOnlyRead() {
    if (document.getElementById("publish")?.dataset.singleKey !== "p") return;
    if (wasTyped) say("You have written here: Ctrl+Enter publishes.");
    else press("publish", "Publishing…");
}

function press(id, words) {
    const button = document.getElementById(id);
    if (!button) return false;
    say(words);
    editor.requestSubmit(button);
    return true;
}

document.addEventListener("keydown", (event) => {
    if (event.isComposing || event.altKey || event.repeat) return;
    if (event.ctrlKey || event.metaKey) {
        if (event.key === "Enter" && press("publish", "Publishing…")) event.preventDefault();
        if (event.key.toLowerCase() === "s" && editor) {
            event.preventDefault();
            editor.requestSubmit();
        }
        return;
    }
    if (isTyping(event.target) || !singleKeysAreOn() || !Object.hasOwn(singles, event.key)) return;
    event.preventDefault();
    singles[event.key]();
});

const keySwitch = document.getElementById("single-keys");

function showKeySwitch() {
    keySwitch.hidden = false;
    keySwitch.textContent = singleKeysAreOn() ? "Switch single keys off" : "Switch single keys on";
}

keySwitch.addEventListener("click", () => {
    localStorage.setItem(SINGLE_KEYS, singleKeysAreOn() ? "off" : "on");
    showKeySwitch();
});
showKeySwitch();

/* Long work */

// Whatever takes more than a second says for how long it has been at it, and how far it is where
// the server can tell: to the eye every second, aloud every fifteenth.
const PATIENCE = 1000;
const BETWEEN_WORDS = 15;
const waiting = document.createElement("span");
waiting.className = "meta";
const shown = document.createElement("span");
shown.setAttribute("aria-hidden", "true");
const spoken = document.createElement("span");
spoken.className = "hidden-words";
spoken.setAttribute("role", "status");
waiting.append(shown, spoken);

document.addEventListener("submit", (event) => {
    if (event.defaultPrevented || event.target === editor) return;
    (event.submitter ?? event.target.querySelector("button")).after(waiting);
    const start = Date.now();
    const asks = event.target.dataset.progress;
    let far = "";
    let looks = 0;
    const timer = setInterval(async () => {
        shown.textContent = ` At work for ${Math.floor((Date.now() - start) / 1000)} s …${far}`;
        if (looks++ % BETWEEN_WORDS === 0) spoken.textContent = shown.textContent;
        if (!asks) return;
        const answer = await fetch(asks).catch(() => null);
        const words = answer?.ok ? await answer.text() : "";
        far = words ? ` ${words}` : "";
    }, PATIENCE);
    addEventListener("pagehide", () => clearInterval(timer), { once: true });
});
addEventListener("pageshow", () => waiting.remove());

/* Editor */

function countDown(button) {
    const seconds = document.getElementById("undo-seconds");
    let left = 10;
    seconds.textContent = `${left} s`;
    const timer = setInterval(() => {
        left -= 1;
        seconds.textContent = `${left} s`;
        if (left > 0) return;
        clearInterval(timer);
        button.remove();
    }, 1000);
}

if (editor) {
    const undo = document.getElementById("undo");
    editor.addEventListener("input", () => { wasTyped = true; });
    if (undo) countDown(undo);
}

const bring = document.getElementById("bring-form");
if (bring) {
    const holdsFiles = (event) => event.dataTransfer?.types.includes("Files");
    const mark = (isOver) => document.body.classList.toggle("dropping", isOver);

    document.getElementById("drop-help").hidden = false;
    addEventListener("dragover", (event) => {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        mark(true);
    });
    addEventListener("dragleave", (event) => {
        if (!event.relatedTarget) mark(false);
    });
    addEventListener("drop", (event) => {
        mark(false);
        if (!holdsFiles(event)) return;
        event.preventDefault();
        document.getElementById("file").files = event.dataTransfer.files;
        bring.requestSubmit();
    });
}
