// Keeps what is typed: at the newsroom within a second of a pause, and until then on this device.
// Several windows write in one story; the newsroom puts their steps in order.

import { collab, receiveTransaction, sendableSteps } from "prosemirror-collab";
import { Fragment, Slice } from "prosemirror-model";
import { ReplaceStep, Step } from "prosemirror-transform";
import { Journal } from "./story-journal.js";
import { readStory } from "./story-schema.js";

const PAUSE = 300;
const LONGEST_WAIT = 1_000;
const SLOWEST_RETRY = 8_000;

// The steps from a document to another, the last place first; what stayed is not touched, so that
// carets and unsent words in it stay, too.
export function difference(before, after) {
    const steps = [];
    for (const { old, fresh } of changed(children(before), children(after)).reverse()) {
        const at = place(before, old.from);
        if (old.to - old.from === 1 && fresh.to - fresh.from === 1) {
            steps.push(within(before.child(old.from), after.child(fresh.from), at));
        } else {
            steps.push(new ReplaceStep(at, place(before, old.to),
                after.slice(place(after, fresh.from), place(after, fresh.to))));
        }
    }
    return steps;
}

const children = (node) => Array.from({ length: node.childCount }, (_, index) => node.child(index));
const place = (node, index) => children(node).slice(0, index).reduce((sum, child) => sum + child.nodeSize, 0);

// Runs of blocks that differ, by the longest common subsequence.
function changed(before, after) {
    const kept = before.map(() => new Uint16Array(after.length + 1));
    kept.push(new Uint16Array(after.length + 1));
    for (let i = before.length - 1; i >= 0; i -= 1) {
        for (let j = after.length - 1; j >= 0; j -= 1) {
            kept[i][j] = before[i].eq(after[j]) ? kept[i + 1][j + 1] + 1 : Math.max(kept[i + 1][j], kept[i][j + 1]);
        }
    }
    const runs = [];
    let [i, j] = [0, 0];
    while (i < before.length || j < after.length) {
        const [oldFrom, freshFrom] = [i, j];
        while ((i < before.length || j < after.length)
            && !(i < before.length && j < after.length && before[i].eq(after[j]))) {
            if (j === after.length || (i < before.length && kept[i + 1][j] >= kept[i][j + 1])) i += 1;
            else j += 1;
        }
        if (i > oldFrom || j > freshFrom) runs.push(...pairs(oldFrom, i, freshFrom, j));
        i += 1;
        j += 1;
    }
    return runs;
}

// As many blocks as before are the same blocks, each with other words.
function pairs(oldFrom, oldTo, freshFrom, freshTo) {
    return oldTo - oldFrom === freshTo - freshFrom
        ? Array.from({ length: oldTo - oldFrom }, (_, index) => ({
            old: { from: oldFrom + index, to: oldFrom + index + 1 },
            fresh: { from: freshFrom + index, to: freshFrom + index + 1 },
        }))
        : [{ old: { from: oldFrom, to: oldTo }, fresh: { from: freshFrom, to: freshTo } }];
}

// One block's words.
function within(before, after, at) {
    if (before.sameMarkup(after)) {
        const start = before.content.findDiffStart(after.content);
        let { a, b } = before.content.findDiffEnd(after.content);
        const overlap = start - Math.min(a, b);
        if (overlap > 0) { a += overlap; b += overlap; }
        const step = new ReplaceStep(start, a, after.slice(start, b));
        const { doc } = step.apply(before);
        if (doc?.eq(after)) return new ReplaceStep(at + 1 + start, at + 1 + a, after.slice(start, b));
    }
    return new ReplaceStep(at, at + before.nodeSize, new Slice(Fragment.from(after), 0, 0));
}

export class Sync {
    #path; #writer; #schema; #view; #version; #confirmed; #client; #journal; #say;
    #timer; #firstUnsent = 0; #sending = null; #failures = 0; #line;
    onSaved = () => {};
    onPeople = () => {};
    onComments = () => {};

    // say(words, kind): kind is "saved", "kept" or "refused".
    constructor({ path, writer, schema, version, story, token, say }) {
        this.#writer = writer;
        this.#path = path;
        this.#schema = schema;
        this.#version = version;
        this.#confirmed = readStory(schema, story);
        this.token = token;
        this.#say = say;
    }

    get version() { return this.#version; }
    get story() { return this.#confirmed; }
    get client() { return this.#client; }

    // What an earlier window left behind on this device is taken over here.
    async open() {
        this.#journal = await Journal.open(`${this.#path} ${this.#writer}`);
        const left = await this.#journal.takeOver();
        const steps = left ? await this.#putBack(left) : [];
        this.#client = this.#journal.client;
        return steps;
    }

    async #putBack(left) {
        try {
            const confirmed = readStory(this.#schema, left.confirmed);
            const steps = left.steps.map((step) => Step.fromJSON(this.#schema, step));
            let story = confirmed;
            for (const step of steps) {
                const { doc, failed } = step.apply(story);
                if (failed) throw new RangeError(failed);
                story = doc;
            }
            this.#confirmed = confirmed;
            this.#version = left.version;
            return steps;
        } catch (problem) {
            console.warn("What was kept on this device can't be put back by itself", problem);
            await this.#journal.setAside(left);
            return [];
        }
    }

    plugin() { return collab({ clientID: this.#client }); }

    // Starts with the window on the page; typed are the steps that it brings.
    async start(view, typed) {
        this.#view = view;
        if (typed.length > 0) {
            const change = view.state.tr;
            typed.forEach((step) => change.step(step));
            view.dispatch(change);
            await this.#catchUp();
            this.#say("What you had typed is back.", "kept");
        }
        this.listen();
        addEventListener("online", () => this.#soon(0));
        addEventListener("pagehide", () => this.#line?.close());
        addEventListener("pageshow", (event) => { if (event.persisted) this.listen(); });
        document.addEventListener("visibilitychange", () => {
            this.#soon(0);
            this.listen();
        });
    }

    // Called after every change of the document.
    changed() {
        this.#note();
        if (!this.isSaved) {
            if (this.#failures === 0) this.#say("Not saved yet", "typed");
            this.#firstUnsent ||= Date.now();
            const waited = Date.now() - this.#firstUnsent;
            this.#soon(Math.max(0, Math.min(PAUSE, LONGEST_WAIT - waited)));
        }
    }

    get isSaved() { return sendableSteps(this.#view.state) === null; }

    // Sends everything, and answers whether it is at the newsroom now.
    async flush() {
        for (let tries = 0; tries < 20 && !this.isSaved; tries += 1) {
            if (!await this.#send()) return false;
        }
        return this.isSaved;
    }

    // Words of windows that are gone, which fit into the story no more.
    broken() { return this.#journal.broken(); }

    forget(entry) { this.#journal.forget(entry.client); }

    #note() { this.#journal.keep(this.#unsent()); }

    #unsent() {
        const { doc } = this.#view.state;
        const unsent = sendableSteps(this.#view.state);
        return unsent && {
            version: this.#version,
            confirmed: this.#confirmed.toJSON(),
            steps: unsent.steps.map((step) => step.toJSON()),
            words: doc.textBetween(0, doc.content.size, "\n", (leaf) => leaf.type.spec.leafText?.(leaf) ?? ""),
        };
    }

    // Steps that do not fit: the page starts anew, and shows what this window had.
    async #startAnew(problem) {
        console.warn("The story went another way than this window", problem);
        const unsent = this.#unsent();
        if (unsent) await this.#journal.setAside(this.#journal.entry(unsent));
        location.reload();
    }

    #soon(wait) {
        clearTimeout(this.#timer);
        this.#timer = setTimeout(() => this.#send(), wait);
    }

    // One request at a time; whoever asks meanwhile gets the answer of the one under way.
    #send() {
        this.#sending ??= this.#sendOnce().finally(() => { this.#sending = null; });
        return this.#sending;
    }

    async #sendOnce() {
        const unsent = sendableSteps(this.#view.state);
        if (!unsent) return true;
        const version = this.#version;
        const steps = unsent.steps;
        this.#firstUnsent = 0;
        this.#say("Saving…", "saving");
        try {
            const answer = await this.#post("steps", JSON.stringify({
                version, client: this.#client, steps, story: this.#view.state.doc,
            }), "application/json");
            const told = await answer.json().catch(() => ({}));
            if (answer.status === 200) this.#kept(version, told.version, steps);
            else if (answer.status === 409) this.#apply(told);
            else return this.#refused(answer.status, told.title ?? "");
        } catch (problem) {
            return this.#away(problem);
        }
        this.#failures = 0;
        if (this.isSaved) this.#say(`Saved ${new Date().toLocaleTimeString("en-GB")}`, "saved");
        else this.#soon(0);
        this.onSaved();
        return true;
    }

    async #post(what, body, type) {
        const send = () => fetch(`${this.#path}/${what}`, {
            method: "POST",
            headers: { "Content-Type": type, "Accept": "application/json", "X-XSRF-TOKEN": this.token },
            body,
            signal: AbortSignal.timeout(15_000),
        });
        const answer = await send();
        if (answer.status !== 403 || !await this.#takeToken()) return answer;
        return send();
    }

    // The form's token ends with the browser's session; any page of the desk brings a fresh one.
    async #takeToken() {
        const page = await (await fetch(this.#path, { headers: { Accept: "text/html" } })).text();
        const token = page.match(/name="_csrf" value="([^"]+)"/)?.[1];
        if (token) {
            this.token = token;
            document.querySelectorAll("input[name=_csrf]").forEach((field) => { field.value = token; });
        }
        return Boolean(token);
    }

    #away(problem) {
        if (!(problem instanceof TypeError || problem instanceof DOMException)) throw problem;
        this.#retry();
        this.#say("Kept on this device. The newsroom can't be reached; trying again.", "kept");
        return false;
    }

    #refused(status, why) {
        if (status >= 500) {
            this.#retry();
            this.#say("Kept on this device. The newsroom does not answer; trying again.", "kept");
        } else if (status === 401) {
            this.#retry();
            this.#say("Kept on this device. You are signed out.", "signed-out");
        } else {
            this.#say(`Not saved: ${why} It is kept on this device.`, "refused");
        }
        return false;
    }

    #retry() {
        this.#failures += 1;
        this.#soon(Math.min(SLOWEST_RETRY, 500 * 2 ** this.#failures));
    }

    // Our own steps, unless the line has brought them before the answer came.
    #kept(before, after, steps) {
        if (this.#version !== before) return;
        this.#receive(steps, steps.map(() => this.#client));
        this.#version = after;
        this.#note();
    }

    // What came after a version: steps of several windows, or the story whole.
    #apply(news) {
        if (news.version <= this.#version) return;
        try {
            this.#takeIn(news);
        } catch (problem) {
            this.#startAnew(problem);
            return;
        }
        this.#note();
        if (this.isSaved) this.onSaved();
    }

    #takeIn(news) {
        if (news.story) {
            const steps = difference(this.#confirmed, readStory(this.#schema, news.story));
            this.#receive(steps, steps.map(() => ""));
        } else {
            const known = this.#version - (news.version - news.batches.length);
            if (known < 0) { this.#catchUp(); return; }
            for (const { client, steps } of news.batches.slice(known)) {
                this.#receive(steps.map((step) => Step.fromJSON(this.#schema, step)), steps.map(() => client));
            }
        }
        this.#version = news.version;
    }

    #receive(steps, clients) {
        const before = this.#confirmed;
        const after = steps.reduce((story, step) => step.apply(story).doc, before);
        this.#view.dispatch(receiveTransaction(this.#view.state, steps, clients, { mapSelectionBackward: true })
            .setMeta("addToHistory", false));
        this.#confirmed = after;
    }

    async #catchUp() {
        try {
            const answer = await fetch(`${this.#path}/steps?since=${this.#version}`,
                { headers: { Accept: "application/json" } });
            if (answer.ok) this.#apply(await answer.json());
        } catch (problem) {
            this.#away(problem);
        }
    }

    // The others' steps as they come; opened anew when the line breaks. Nobody looks at a hidden
    // window, and a browser holds but six lines to one place.
    listen() {
        this.#line?.close();
        this.#line = null;
        if (document.visibilityState === "hidden") return;
        const line = new EventSource(`${this.#path}/live?since=${this.#version}&client=${this.#client}`);
        this.#line = line;
        line.addEventListener("news", (event) => this.#apply(JSON.parse(event.data)));
        line.addEventListener("people", (event) => this.onPeople(JSON.parse(event.data)));
        line.addEventListener("comments", () => this.onComments());
        line.onerror = () => {
            line.close();
            if (this.#line === line) setTimeout(() => { if (this.#line === line) this.listen(); }, 1_500);
        };
    }

    async tellSelection(anchor, head) {
        try {
            await this.#post("presence", new URLSearchParams({ client: this.#client, anchor, head }).toString(),
                "application/x-www-form-urlencoded");
        } catch { /* The others see it with the next move. */ }
    }
}
