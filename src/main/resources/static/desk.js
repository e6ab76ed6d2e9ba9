// The desk's keys, a guard over unsaved words, and a count of them. Every act has a button; this
// only makes the buttons quicker.

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
            keep();
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

/* Editor */

const PARTS_OF_A_SAVE = ["state", "marks", "fact-list", "steps"];
let kept = editor ? typed() : "";
let isSaving = false;

function typed() {
    return new URLSearchParams(new FormData(editor)).toString();
}

function isKept() {
    return typed() === kept;
}

// Saves where one is: the caret stays, and what is typed meanwhile is not saved yet.
async function keep() {
    if (isSaving) return;
    isSaving = true;
    say("Saving…");
    try {
        let { answer, page, sent } = await send();
        if (answer.status === 403 && takeToken(page)) ({ answer, page, sent } = await send());
        if (answer.ok && page.getElementById("editor")) takeOver(page, sent);
        else if (answer.status === 409 || answer.status === 422) showOnItsPage();
        else explain(page);
    } catch {
        say("Not saved: the newsroom can't be reached. Your words are still here; try again.");
    } finally {
        isSaving = false;
    }
}

async function send() {
    const sent = typed();
    const answer = await fetch(editor.action, {
        method: "POST",
        headers: { "Content-Type": "application/x-www-form-urlencoded", "Accept": "text/html" },
        body: sent,
    });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    return { answer, page, sent };
}

// The form's token ends with the browser's session; an answer brings a fresh one.
function takeToken(page) {
    const token = page.querySelector("input[name=_csrf]")?.value;
    if (!token) return false;
    const isUntouched = isKept();
    document.querySelectorAll("input[name=_csrf]").forEach((field) => { field.value = token; });
    if (isUntouched) kept = typed();
    return true;
}

function takeOver(page, sent) {
    const isUntouched = typed() === sent;
    editor.elements.revision.value = page.getElementById("editor").elements.revision.value;
    for (const id of PARTS_OF_A_SAVE) {
        document.getElementById(id).replaceWith(page.getElementById(id));
    }
    offerToShow();
    if (isUntouched) kept = typed();
    const time = new Date().toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
    say(isUntouched ? `${page.getElementById("notice").textContent} ${time}` : "Not saved yet");
}

// Words that contradict the result are found by where they stood when they were saved, or where
// they stand first now.
function showInText(button) {
    const { field, start, words } = button.dataset;
    const area = document.getElementById(field);
    const isThere = area.value.startsWith(words, Number(start));
    const from = isThere ? Number(start) : area.value.indexOf(words);
    area.focus();
    if (from >= 0) area.setSelectionRange(from, from + words.length);
}

function offerToShow() {
    document.querySelectorAll(".marks .show").forEach((button) => { button.hidden = false; });
}

// A conflict or a fault is shown with both texts or beside its field.
function showOnItsPage() {
    kept = typed();
    editor.submit();
}

// Signed out, say: the words stay until the next try.
function explain(page) {
    takeToken(page);
    say(`Not saved, your words are still here. ${page.querySelector("h1")?.textContent ?? ""}`);
    const door = page.querySelector("main a[target=_blank]");
    if (door) status.append(" ", door);
}

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
    const words = document.getElementById("words");
    const text = document.getElementById("text");
    const undo = document.getElementById("undo");

    editor.addEventListener("input", () => {
        wasTyped = true;
        say(isKept() ? "" : "Not saved yet");
        words.textContent = text.value.split(/\s+/).filter(Boolean).length;
    });
    editor.addEventListener("submit", (event) => {
        if (event.submitter?.hasAttribute("formaction")) {
            kept = typed();
        } else {
            event.preventDefault();
            keep();
        }
    });
    window.addEventListener("beforeunload", (event) => {
        if (!isKept()) event.preventDefault();
    });
    if (undo) countDown(undo);
    offerToShow();
    editor.addEventListener("click", (event) => {
        const button = event.target.closest(".show");
        if (button) showInText(button);
    });
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
