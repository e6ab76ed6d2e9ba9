// Pictures in a story: brought by drag, paste or button, described in a dialog, shown where they stand.

import { Plugin, PluginKey } from "prosemirror-state";
import { Decoration, DecorationSet } from "prosemirror-view";

const HEADS = 3;
const MOST_BYTES = 16 * 1024 * 1024;
const TYPES = ["image/jpeg", "image/png", "image/webp", "image/heic", "image/avif", "image/gif", "image/tiff"];
const isPicture = (file) => TYPES.includes(file.type) || /[.](jpe?g|png|webp|heic|avif)$/i.test(file.name);
const coming = new PluginKey("coming");

const known = new Map();
const watching = new Map();
let token = () => "";

async function ask(name) {
    if (!known.has(name)) {
        const answer = await fetch(`/desk/pictures/${name}`, { headers: { Accept: "application/json" } });
        if (!answer.ok) return null;
        known.set(name, await answer.json());
    }
    return known.get(name);
}

function learn(picture) {
    known.set(picture.name, picture);
    watching.get(picture.name)?.forEach((show) => show(picture));
}

/* Bringing */

function send(file, onProgress) {
    return new Promise((resolve, reject) => {
        const request = new XMLHttpRequest();
        const form = new FormData();
        form.append("file", file);
        request.open("POST", "/desk/pictures");
        request.setRequestHeader("Accept", "application/json");
        request.setRequestHeader("X-XSRF-TOKEN", token());
        request.responseType = "json";
        request.upload.onprogress = ({ loaded, total }) => onProgress(Math.round(100 * loaded / total));
        request.onload = () => request.status === 200 ? resolve(request.response)
            : reject(new Error(request.response?.title ?? request.response?.detail
                ?? "The picture was not taken. Sign in again in another window, then bring it once more."));
        request.onerror = () => reject(new Error("The picture did not arrive: no line to the newsroom. Bring it once more."));
        if (file.size > MOST_BYTES) reject(new Error("This picture has more than 16 MB. Bring a smaller one."));
        else request.send(form);
    });
}

// Between two blocks below the heads; before the empty line that one stands in.
function placeFor(doc, pos) {
    const $pos = doc.resolve(Math.min(pos, doc.content.size));
    const index = $pos.index(0);
    if (index < HEADS) return offsetOf(doc, HEADS);
    const block = doc.maybeChild(index);
    const isEmpty = block?.type.name === "paragraph" && block.content.size === 0;
    return offsetOf(doc, block && !isEmpty && $pos.depth > 0 ? index + 1 : index);
}

function offsetOf(doc, index) {
    let offset = 0;
    for (let child = 0; child < index; child += 1) offset += doc.child(child).nodeSize;
    return offset;
}

function showComing(id, percent) {
    const line = document.createElement("p");
    line.className = "coming";
    line.id = id;
    line.textContent = `The picture comes: ${percent} %`;
    return line;
}

let brought = 0;

// Several stand in the order in which they were brought.
async function bring(view, files, pos, say) {
    let place = pos;
    for (const file of files) {
        brought += 1;
        const id = `coming-${brought}`;
        view.dispatch(view.state.tr.setMeta(coming, { add: { id, pos: placeFor(view.state.doc, place) } }));
        try {
            const picture = await send(file, (percent) => {
                const line = document.getElementById(id);
                if (line) line.textContent = percent < 100 ? `The picture comes: ${percent} %` : "The picture is being read";
            });
            learn(picture);
            place = put(view, id, picture) ?? place;
        } catch (refusal) {
            say(refusal.message, "refused");
            view.dispatch(view.state.tr.setMeta(coming, { remove: id }));
        }
    }
}

// The place behind the picture, where the next one goes.
function put(view, id, { name, caption }) {
    const [line] = coming.getState(view.state).find(undefined, undefined, (spec) => spec.id === id);
    const change = view.state.tr.setMeta(coming, { remove: id });
    if (!line) {
        view.dispatch(change);
        return null;
    }
    const { schema } = view.state;
    const picture = schema.nodes.picture.create({ picture: name }, caption ? schema.text(caption) : null);
    const at = placeFor(change.doc, line.from);
    view.dispatch(change.insert(at, picture));
    return at + picture.nodeSize;
}

const filesOf = (transfer) => [...transfer?.files ?? []].filter(isPicture);

function plugin(say) {
    return new Plugin({
        key: coming,
        state: {
            init: () => DecorationSet.empty,
            apply(change, shown) {
                const act = change.getMeta(coming);
                const now = shown.map(change.mapping, change.doc);
                if (act?.add) {
                    const { id, pos } = act.add;
                    return now.add(change.doc, [Decoration.widget(pos, () => showComing(id, 0), { id })]);
                }
                return act?.remove ? now.remove(now.find(undefined, undefined, ({ id }) => id === act.remove)) : now;
            },
        },
        props: {
            decorations: (state) => coming.getState(state),
            handleDrop(view, event) {
                const files = filesOf(event.dataTransfer);
                if (files.length === 0) return false;
                event.preventDefault();
                const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
                bring(view, files, at?.pos ?? view.state.doc.content.size, say);
                return true;
            },
            // Word brings a picture of its words beside them: only a picture alone is one.
            handlePaste(view, event) {
                const files = filesOf(event.clipboardData);
                if (files.length === 0 || event.clipboardData.getData("text/plain")) return false;
                bring(view, files, view.state.selection.from, say);
                return true;
            },
        },
    });
}

/* Standing in the story */

class PictureView {
    constructor(node) {
        this.node = node;
        this.dom = Object.assign(document.createElement("figure"), { className: "picture" });
        this.dom.dataset.picture = node.attrs.picture;
        this.image = document.createElement("img");
        this.about = Object.assign(document.createElement("button"), { type: "button", className: "about" });
        this.about.contentEditable = "false";
        this.about.addEventListener("click", () => describe(node.attrs.picture));
        this.contentDOM = document.createElement("figcaption");
        this.dom.append(this.image, this.about, this.contentDOM);
        this.show = (picture) => this.paint(picture);
        watch(node.attrs.picture, this.show);
        ask(node.attrs.picture).then(this.show);
    }

    paint(picture) {
        this.dom.classList.toggle("bare", !picture?.isReady);
        if (!picture) {
            this.about.textContent = "The newsroom has no such picture";
            return;
        }
        Object.assign(this.image, { src: picture.address, width: picture.width, height: picture.height, alt: picture.alt });
        this.about.textContent = picture.isReady ? `About this picture (${picture.credit})` : "Say what it shows and who took it";
    }

    update(node) {
        if (node.type !== this.node.type || node.attrs.picture !== this.node.attrs.picture) return false;
        this.node = node;
        this.contentDOM.classList.toggle("hint", node.content.size === 0);
        return true;
    }

    stopEvent(event) { return event.target === this.about; }

    ignoreMutation(mutation) { return !this.contentDOM.contains(mutation.target) && mutation.type !== "selection"; }

    destroy() { watching.get(this.node.attrs.picture)?.delete(this.show); }
}

function watch(name, show) {
    if (!watching.has(name)) watching.set(name, new Set());
    watching.get(name).add(show);
}

/* The dialog */

const SHAPES = { wide: [16, 9], landscape: [4, 3], square: [1, 1] };

async function describe(name) {
    const dialog = document.getElementById("about-picture");
    const picture = await ask(name);
    if (!picture) return;
    const { x, y, alt, decorative, credit } = dialog.querySelector("form").elements;
    dialog.querySelectorAll("img").forEach((image) => { image.src = picture.address; });
    [x.value, y.value, alt.value, credit.value] = [picture.x, picture.y, picture.alt, picture.credit];
    decorative.checked = picture.isDecorative;
    dialog.querySelector(".status").textContent = "";
    dialog.dataset.picture = name;
    showFocus(dialog, picture);
    dialog.showModal();
}

// As the server cuts: the focus as near to the middle as the edges allow.
function showFocus(dialog, { width, height }) {
    const { x, y } = dialog.querySelector("form").elements;
    const [across, down] = [x.value / 1000, y.value / 1000];
    const mark = dialog.querySelector(".focus");
    [mark.style.left, mark.style.top] = [`${100 * across}%`, `${100 * down}%`];
    const place = (focus, whole, cut) => whole === cut ? 50
        : 100 * Math.min(Math.max(focus * whole - cut / 2, 0), whole - cut) / (whole - cut);
    for (const [shape, [wide, high]] of Object.entries(SHAPES)) {
        const cutWidth = Math.min(width, height * wide / high);
        const cutHeight = Math.min(height, width * high / wide);
        dialog.querySelector(`.${shape} img`).style.objectPosition =
            `${place(across, width, cutWidth)}% ${place(down, height, cutHeight)}%`;
    }
}

function openDialog() {
    const dialog = document.getElementById("about-picture");
    const form = dialog.querySelector("form");
    const picture = () => known.get(dialog.dataset.picture);
    form.addEventListener("input", () => showFocus(dialog, picture()));
    dialog.querySelector(".whole").addEventListener("click", ({ currentTarget, clientX, clientY }) => {
        const { left, top, width, height } = currentTarget.getBoundingClientRect();
        form.elements.x.value = 1000 * (clientX - left) / width;
        form.elements.y.value = 1000 * (clientY - top) / height;
        showFocus(dialog, picture());
    });
    form.addEventListener("submit", async (event) => {
        if (event.submitter?.value !== "keep") return;
        event.preventDefault();
        const answer = await fetch(`/desk/pictures/${dialog.dataset.picture}`, {
            method: "POST",
            headers: { "Accept": "application/json", "X-XSRF-TOKEN": token() },
            body: new URLSearchParams(new FormData(form)),
        }).catch(() => null);
        const said = await answer?.json().catch(() => null);
        if (answer?.ok) {
            learn(said);
            dialog.close();
        } else {
            dialog.querySelector(".status").textContent = said?.title
                ?? "This was not kept. Look whether you are still signed in, then press Keep again.";
        }
    });
}

export function showPictures({ say, tokenNow }) {
    token = tokenNow;
    openDialog();
    const chooser = document.getElementById("picture-file");
    let chosen = () => {};
    chooser.addEventListener("change", () => {
        chosen([...chooser.files]);
        chooser.value = "";
    });
    return {
        plugin: plugin(say),
        nodeView: (node) => new PictureView(node),
        choose(state, dispatch, view) {
            if (view) {
                chosen = (files) => bring(view, files, view.state.selection.from, say);
                chooser.click();
            }
            return true;
        },
    };
}
