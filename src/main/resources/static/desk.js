// The desk's keys, a guard over unsaved words, and a count of them. Every act has a button; this
// only makes the buttons quicker.

const editor = document.getElementById("editor");
const status = document.getElementById("status");
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

/* Keys */

function toggleKeys() {
    const keys = document.getElementById("keys");
    keys.open = !keys.open;
    if (keys.open) keys.querySelector("summary").focus();
}

const singles = {
    j: () => step(1),
    k: () => step(-1),
    p: () => press("publish", "Publishing…"),
    "?": toggleKeys,
};

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
        if (event.key.toLowerCase() === "s" && press("save", "Saving…")) event.preventDefault();
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

/* Editor */

if (editor) {
    const words = document.getElementById("words");
    const text = document.getElementById("text");
    let isSaved = true;

    editor.addEventListener("input", () => {
        isSaved = false;
        say("Not saved yet");
        words.textContent = text.value.split(/\s+/).filter(Boolean).length;
    });
    editor.addEventListener("submit", () => { isSaved = true; });
    window.addEventListener("beforeunload", (event) => {
        if (!isSaved) event.preventDefault();
    });
}
