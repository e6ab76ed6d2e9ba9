// The schema of stories for ProseMirror, made from the one file that the server reads, too.

import { Schema } from "prosemirror-model";

let patterns = {};

const ADDRESS = new URL("story-schema.json", import.meta.url);

const inWords = (second) =>
    new Date(1000 * second).toLocaleString([], { dateStyle: "medium", timeStyle: "short" });

const PROVIDERS = { youtube: "YouTube", vimeo: "Vimeo", komoot: "Komoot", ridewithgps: "Ride with GPS" };

// How each node stands on the page, and what of a foreign page becomes one.
const NODES = {
    story: {},
    text: {},
    kicker: { isolating: true, toDOM: () => ["p", { class: "kicker" }, 0] },
    headline: { isolating: true, toDOM: () => ["h1", 0] },
    standfirst: { isolating: true, toDOM: () => ["p", { class: "standfirst" }, 0] },
    paragraph: { parseDOM: [{ tag: "p" }], toDOM: () => ["p", 0] },
    heading: {
        parseDOM: ["h1", "h2", "h3", "h4", "h5", "h6"].map((tag) => ({ tag })),
        toDOM: () => ["h2", 0],
    },
    // What is pasted brings no picture: only what the newsroom has stands in a story.
    picture: {
        isolating: true,
        parseDOM: [{
            tag: "figure[data-picture]",
            contentElement: "figcaption",
            getAttrs: ({ dataset }) => /^[0-9a-f]{32}$/.test(dataset.picture) && { picture: dataset.picture },
        }],
        toDOM: ({ attrs }) => ["figure", { "data-picture": attrs.picture }, ["figcaption", 0]],
    },
    embed: {
        isolating: true,
        parseDOM: [{
            tag: "figure[data-embed]",
            contentElement: "figcaption",
            getAttrs: ({ dataset }) => patterns.embed.test(dataset.embed) && { embed: dataset.embed },
        }],
        toDOM: ({ attrs: { embed } }) => ["figure", { "class": "embed", "data-embed": embed },
            ["p", { "class": "about", "contenteditable": "false" }, `${PROVIDERS[embed.split(":")[0]]}, loaded when a reader asks for it`],
            ["figcaption", 0]],
    },
    update: {
        defining: true,
        parseDOM: [{
            tag: "section.update[data-at]",
            contentElement: "div",
            getAttrs: ({ dataset }) => /^[0-9]{9,10}$/.test(dataset.at) && { at: dataset.at },
        }],
        toDOM: ({ attrs }) => ["section", { "class": "update", "data-at": attrs.at },
            ["p", { "class": "at", "contenteditable": "false" }, inWords(attrs.at)], ["div", 0]],
    },
    result_table: {
        atom: true,
        parseDOM: [{ tag: "p.table-here" }],
        toDOM: () => ["p", { class: "table-here" }, "The table of the result stands here"],
    },
    related_story: {
        atom: true,
        parseDOM: [{
            tag: "p[data-story]",
            getAttrs: ({ dataset: { story } }) => patterns.story.test(story) && { story },
        }],
        toDOM: ({ attrs: { story } }) => ["p", { "class": "table-here", "data-story": story },
            `Read also: ${story.replaceAll("-", " ")}`],
    },
    quote: { parseDOM: [{ tag: "blockquote" }], toDOM: () => ["blockquote", 0] },
    pull_quote: {
        parseDOM: [{ tag: "blockquote.pull", priority: 60 }],
        toDOM: () => ["blockquote", { class: "pull" }, 0],
    },
    bullet_list: { parseDOM: [{ tag: "ul" }], toDOM: () => ["ul", { class: "points" }, 0] },
    ordered_list: { parseDOM: [{ tag: "ol" }], toDOM: () => ["ol", { class: "points" }, 0] },
    list_item: { parseDOM: [{ tag: "li" }], toDOM: () => ["li", 0] },
    table: { isolating: true, parseDOM: [{ tag: "table" }], toDOM: () => ["table", ["tbody", 0]] },
    table_row: { parseDOM: [{ tag: "tr" }], toDOM: () => ["tr", 0] },
    table_cell: { isolating: true, parseDOM: [{ tag: "td" }, { tag: "th" }], toDOM: () => ["td", 0] },
    kept: {
        atom: true,
        toDOM: (node) => ["div", { class: "kept", title: "Written with a newer version; kept as it is" },
            node.attrs.words || "…"],
    },
    fact: {
        inline: true,
        atom: true,
        parseDOM: [{
            tag: "span.fact[data-source]",
            getAttrs: ({ dataset, textContent }) => ({
                text: textContent, kind: dataset.kind, source: dataset.source, value: dataset.value,
            }),
        }],
        toDOM: ({ attrs }) => ["span", {
            "class": "fact", "data-kind": attrs.kind, "data-source": attrs.source, "data-value": attrs.value,
        }, attrs.text],
        leafText: (node) => node.attrs.text,
    },
};

// The page's policy keeps inline styles from working, so what is pasted brings them as `data-style`.
const isSet = (pattern) => (element) => pattern.test(element.dataset.style ?? "") && null;

const MARKS = {
    link: {
        inclusive: false,
        parseDOM: [{ tag: "a[href]", getAttrs: (a) => {
            const href = asLink(a.getAttribute("href"));
            return href ? { href } : false;
        } }],
        toDOM: ({ attrs }) => ["a", { href: attrs.href, rel: "noopener" }, 0],
    },
    strong: {
        parseDOM: [
            { tag: "strong" },
            // Google Docs wraps everything in a <b> that is not bold.
            { tag: "b", getAttrs: (b) => !/font-weight:\s*normal/.test(b.dataset.style ?? "") && null },
            { tag: "span[data-style]", consuming: false, getAttrs: isSet(/font-weight:\s*(bold|[6-9]00)/) },
        ],
        toDOM: () => ["strong", 0],
    },
    emphasis: {
        parseDOM: [
            { tag: "em" },
            { tag: "i", getAttrs: (i) => !/font-style:\s*normal/.test(i.dataset.style ?? "") && null },
            { tag: "span[data-style]", consuming: false, getAttrs: isSet(/font-style:\s*italic/) },
        ],
        toDOM: () => ["em", 0],
    },
};


function attributes(names = []) {
    return Object.fromEntries(names.map((name) => [name, {
        validate: (value) => {
            if (typeof value !== "string" || !patterns[name].test(value)) throw new RangeError(`no ${name}`);
        },
    }]));
}

// The address as a story may hold it, or nothing.
export function asLink(typed) {
    const words = (typed ?? "").trim();
    const isBare = /^[\w-]+(\.[\w-]+)+(\/\S*)?$/.test(words);
    try {
        const url = new URL(isBare ? `https://${words}` : words, location.origin);
        const own = url.origin === location.origin && url.protocol.startsWith("http");
        const href = own ? url.pathname + url.search + url.hash : url.href;
        return patterns.href.test(href) ? href : "";
    } catch {
        return "";
    }
}

// Which film or map an address leads to, as a story names it; nothing for any other.
export function asEmbed(typed) {
    const found = typed.trim().match(new RegExp("^https?://(?:www[.]|m[.])?(?:"
        + "(?<youtube>(?:youtube[.]com/(?:watch[?](?:[^#]*&)?v=|shorts/|live/|embed/)|youtu[.]be/))(?<film>[\\w-]{11})"
        + "|(?<vimeo>vimeo[.]com/(?:video/)?)(?<clip>\\d{4,12})"
        + "|(?<komoot>komoot[.]com/(?:[a-z-]{2,5}/)?tour/)(?<tour>\\d{4,12})"
        + "|(?<ridewithgps>ridewithgps[.]com/routes/)(?<route>\\d{4,12})"
        + ")(?:[/?&#]\\S*)?$"))?.groups;
    if (!found) return "";
    const provider = Object.keys(PROVIDERS).find((name) => found[name]);
    return `${provider}:${found.film ?? found.clip ?? found.tour ?? found.route}`;
}

// What an address alone becomes: what another site shows, or a story of ours; nothing for any other.
export function asBlock({ nodes }, typed) {
    const embed = asEmbed(typed);
    const story = /^(https?:|\/)/.test(typed.trim()) ? asLink(typed).slice(1) : "";
    return embed ? nodes.embed.create({ embed })
        : patterns.story.test(story) ? nodes.related_story.create({ story }) : null;
}

export function schemaOf(file) {
    patterns = Object.fromEntries(Object.entries(file.attrs)
        .map(([name, pattern]) => [name, new RegExp(`^(?:${pattern})$`, "u")]));
    const nodes = Object.entries(file.nodes).map(([name, { content, group, marks, attrs }]) =>
        [name, { ...NODES[name], ...(content && { content }), ...(group && { group }),
            ...(marks !== undefined && { marks }), attrs: attributes(attrs) }]);
    const marks = Object.entries(file.marks).map(([name, { attrs }]) =>
        [name, { ...MARKS[name], attrs: attributes(attrs) }]);
    return new Schema({
        topNode: file.top,
        nodes: Object.fromEntries(nodes),
        marks: Object.fromEntries(marks),
    });
}

export async function loadSchema() {
    return schemaOf(await (await fetch(ADDRESS)).json());
}

// Throws a RangeError for what is no story.
export function readStory(schema, json) {
    const story = schema.nodeFromJSON(json);
    if (story.type !== schema.topNodeType || story.marks.length > 0) throw new RangeError("no story");
    story.check();
    return story;
}
