// Keys and signs that set words, and what keeps kicker, headline, standfirst and captions whole.

import { chainCommands, setBlockType, toggleMark } from "prosemirror-commands";
import { redo, undo } from "prosemirror-history";
import { ellipsis, emDash, InputRule, inputRules, smartQuotes, textblockTypeInputRule, undoInputRule, wrappingInputRule }
    from "prosemirror-inputrules";
import { liftListItem, splitListItem } from "prosemirror-schema-list";
import { NodeSelection, Selection, TextSelection } from "prosemirror-state";
import { asBlock, asLink } from "./story-schema.js";

export const HEADS = ["kicker", "headline", "standfirst"];

// Of these each stands alone in one line of words.
export const isLine = ($pos) => isHead($pos) || isCaption($pos) || isCell($pos);
const isCell = ($pos) => $pos.parent.type.name === "table_cell";
const hasCaption = (node) => ["picture", "embed"].includes(node?.type.name);
const isCaption = ($pos) => hasCaption($pos.parent);
export const isHead = ($pos) => HEADS.includes($pos.parent.type.name);

// From kicker, headline and standfirst, Enter leads on; none of them is ever split or joined.
function enterHead(state, dispatch) {
    const { $from } = state.selection;
    if (!isHead($from)) return false;
    const next = Selection.findFrom(state.doc.resolve($from.after()), 1, true);
    if (next && dispatch) dispatch(state.tr.setSelection(next).scrollIntoView());
    return true;
}

function stayBehindHead(state, dispatch) {
    const { $from, empty } = state.selection;
    if (!empty || $from.parentOffset > 0 || !$from.parent.isTextblock) return false;
    if (isHead($from)) return true;
    if ($from.depth > 1 || $from.index(0) > HEADS.length) return false;
    if ($from.parent.content.size === 0 && state.doc.childCount > HEADS.length + 1 && dispatch) {
        const change = state.tr.delete($from.before(), $from.after());
        dispatch(change.setSelection(Selection.near(change.doc.resolve($from.before()), -1)));
    }
    return true;
}

// From a caption, Enter leads to a line below the picture.
function leavePicture(state, dispatch) {
    const { $from } = state.selection;
    if (!isCaption($from)) return false;
    const after = $from.after();
    const change = state.tr;
    if (state.doc.nodeAt(after)?.type.name !== "paragraph") change.insert(after, state.schema.nodes.paragraph.create());
    dispatch?.(change.setSelection(TextSelection.create(change.doc, after + 1)).scrollIntoView());
    return true;
}

// At its edge a picture is chosen first, and gone with the second press; words never run into it.
function choosePicture(direction) {
    return (state, dispatch) => {
        const { $from, empty } = state.selection;
        const edge = direction < 0 ? 0 : $from.parent.content.size;
        if (!empty || $from.depth !== 1 || $from.parentOffset !== edge) return false;
        const index = $from.index(0) + (isCaption($from) ? 0 : direction);
        const at = state.doc.resolve(0).posAtIndex(index);
        if (!hasCaption(state.doc.nodeAt(at))) return false;
        dispatch?.(state.tr.setSelection(NodeSelection.create(state.doc, at)));
        return true;
    };
}

function stayInHead(state) {
    const { $from, empty } = state.selection;
    return empty && isHead($from) && $from.parentOffset === $from.parent.content.size;
}

export function askLink(state, dispatch) {
    const { link } = state.schema.marks;
    if (state.selection.empty) return false;
    if (!dispatch) return true;
    if (state.doc.rangeHasMark(state.selection.from, state.selection.to, link)) {
        return toggleMark(link)(state, dispatch);
    }
    const href = asLink(prompt("Where does it lead? An address, or a path on this site such as /races"));
    if (!href) return true;
    return toggleMark(link, { href })(state, dispatch);
}

// What is new stands above the rest, with the time of this moment.
export function addUpdate(state, dispatch) {
    const { update, paragraph } = state.schema.nodes;
    if (dispatch) {
        const top = state.doc.resolve(0).posAtIndex(HEADS.length);
        const at = String(Math.floor(Date.now() / 1000));
        const change = state.tr.insert(top, update.create({ at }, paragraph.create()));
        dispatch(change.setSelection(TextSelection.create(change.doc, top + 2)).scrollIntoView());
    }
    return true;
}

// A film, a map or another story, below the line that one writes in.
export function putBlock(state, dispatch, node) {
    const { $from } = state.selection;
    const isEmptyLine = $from.depth === 1 && $from.parent.type.name === "paragraph" && $from.parent.content.size === 0;
    const at = $from.depth === 0 || $from.index(0) < HEADS.length
        ? state.doc.resolve(0).posAtIndex(HEADS.length) : isEmptyLine ? $from.before(1) : $from.after(1);
    const put = node.isLeaf ? [node, state.schema.nodes.paragraph.create()] : [node];
    const change = isEmptyLine ? state.tr.replaceWith(at, $from.after(1), put) : state.tr.insert(at, put);
    dispatch(change.setSelection(Selection.near(change.doc.resolve(at + put.length))).scrollIntoView());
    return true;
}

const rowOf = ({ nodes }, cells) =>
    nodes.table_row.create(null, Array.from({ length: cells }, () => nodes.table_cell.create()));

export function askTable(state, dispatch) {
    if (isCell(state.selection.$from)) return false;
    if (!dispatch) return true;
    const columns = Math.min(12, Math.max(1, Number.parseInt(prompt("A table. How many columns?", "3"), 10)));
    return !columns || putBlock(state, dispatch,
        state.schema.nodes.table.create(null, [rowOf(state.schema, columns), rowOf(state.schema, columns)]));
}

const isEmpty = (row) => row.content.content.every((cell) => cell.content.size === 0);

// A row like this one below it, with the caret in that column.
function addRow({ schema, tr, selection: { $from } }, dispatch, column) {
    const at = $from.after(2);
    const change = tr.insert(at, rowOf(schema, $from.node(2).childCount));
    dispatch?.(change.setSelection(TextSelection.create(change.doc, at + 2 + 2 * column)).scrollIntoView());
    return true;
}

// Tab goes from cell to cell, and from the last one into a new row.
const toCell = (by) => (state, dispatch) => {
    const { $from } = state.selection;
    if (!isCell($from)) return false;
    const isEdge = [[1, $from.node(1)], [2, $from.node(2)]]
        .every(([depth, node]) => $from.index(depth) === (by > 0 ? node.childCount - 1 : 0));
    if (isEdge) return by < 0 || addRow(state, dispatch, 0);
    const next = Selection.findFrom(state.doc.resolve(by > 0 ? $from.after() : $from.before()), by, true);
    dispatch?.(state.tr.setSelection(next).scrollIntoView());
    return true;
};

// Enter goes down, below the last row into a new one, and out of the table where that stayed empty.
function enterCell(state, dispatch) {
    const { $from } = state.selection;
    if (!isCell($from)) return false;
    const [table, row, column] = [$from.node(1), $from.index(1), $from.index(2)];
    if (row === table.childCount - 1) {
        return isEmpty($from.node(2)) && row > 0 ? leaveTable(state, dispatch) : addRow(state, dispatch, column);
    }
    const below = table.child(row + 1);
    const cell = Math.min(column, below.childCount - 1);
    let at = $from.after(2) + 2;
    for (let index = 0; index < cell; index += 1) at += below.child(index).nodeSize;
    dispatch?.(state.tr.setSelection(TextSelection.create(state.doc, at + below.child(cell).content.size)).scrollIntoView());
    return true;
}

function leaveTable({ schema, tr, selection: { $from } }, dispatch) {
    const change = tr.delete($from.before(2), $from.after(2));
    const after = change.mapping.map($from.after(1));
    if (change.doc.nodeAt(after)?.type.name !== "paragraph") change.insert(after, schema.nodes.paragraph.create());
    dispatch?.(change.setSelection(TextSelection.create(change.doc, after + 1)).scrollIntoView());
    return true;
}

// Cells never run together. In an empty row Backspace takes the row, and with the last one the table.
function eraseInCell({ schema, tr, selection: { $from, empty } }, dispatch) {
    if (!isCell($from) || !empty || $from.parentOffset > 0) return false;
    if (!isEmpty($from.node(2))) return true;
    const isLast = $from.node(1).childCount === 1;
    const [from, to] = isLast ? [$from.before(1), $from.after(1)] : [$from.before(2), $from.after(2)];
    const change = isLast ? tr.replaceWith(from, to, schema.nodes.paragraph.create()) : tr.delete(from, to);
    dispatch?.(change.setSelection(Selection.near(change.doc.resolve(from), $from.index(1) ? -1 : 1)).scrollIntoView());
    return true;
}

const stayInCell = ({ selection: { $from, empty } }) =>
    isCell($from) && empty && $from.parentOffset === $from.parent.content.size;

export function askBlock(state, dispatch) {
    if (!dispatch) return true;
    const typed = prompt("The address of a film (YouTube, Vimeo), of a route (Komoot, Ride with GPS) or of a story of ours");
    const node = asBlock(state.schema, typed ?? "");
    if (node) return putBlock(state, dispatch, node);
    if (typed) alert("That can't stand in a story. A link to it can.");
    return true;
}

// The table stands once in a story; here, from now on.
export function placeTable(state, dispatch) {
    const { result_table: table } = state.schema.nodes;
    const { $from } = state.selection;
    if ($from.depth === 0 || $from.index(0) < HEADS.length) return false;
    if (dispatch) {
        const change = state.tr.insert($from.after(1), table.create());
        state.doc.forEach((node, offset) => {
            if (node.type === table) change.delete(change.mapping.map(offset), change.mapping.map(offset) + 1);
        });
        dispatch(change.scrollIntoView());
    }
    return true;
}

// A fact's words without its row: they can be written in again.
export function unbind(state, dispatch) {
    const { selection: { node, from, to } } = state;
    if (node?.type.name !== "fact") return false;
    if (dispatch) {
        const change = state.tr.replaceWith(from, to, state.schema.text(node.attrs.text, node.marks));
        dispatch(change.setSelection(TextSelection.create(change.doc, from, from + node.attrs.text.length)));
    }
    return true;
}

// A caption can't become anything else: its picture would be gone.
export const outsidePicture = (command) => (state, dispatch, view) =>
    !isCaption(state.selection.$from) && command(state, dispatch, view);

export function keys({ nodes, marks }) {
    return {
        "Enter": chainCommands(enterHead, leavePicture, enterCell, splitListItem(nodes.list_item)),
        "Backspace": chainCommands(undoInputRule, eraseInCell, stayBehindHead, choosePicture(-1)),
        "Delete": chainCommands(stayInHead, stayInCell, choosePicture(1)),
        "Mod-z": undo,
        "Mod-y": redo,
        "Shift-Mod-z": redo,
        "Mod-b": toggleMark(marks.strong),
        "Mod-i": toggleMark(marks.emphasis),
        "Mod-k": askLink,
        "Mod-Alt-0": outsidePicture(setBlockType(nodes.paragraph)),
        "Mod-Alt-2": outsidePicture(setBlockType(nodes.heading)),
        "Mod-Alt-u": unbind,
        "Tab": toCell(1),
        "Shift-Tab": chainCommands(toCell(-1), liftListItem(nodes.list_item)),
    };
}

const inParagraph = ({ match, handler }) => new InputRule(match, (state, found, start, end) =>
    state.doc.resolve(start).parent.type.name === "paragraph" ? handler(state, found, start, end) : null);

export function rules({ nodes }) {
    return inputRules({ rules: [
        ...smartQuotes, ellipsis, emDash,
        inParagraph(textblockTypeInputRule(/^##? $/, nodes.heading)),
        inParagraph(textblockTypeInputRule(/^>> $/, nodes.pull_quote)),
        wrappingInputRule(/^\s*> $/, nodes.quote),
        wrappingInputRule(/^\s*[-*] $/, nodes.bullet_list),
        wrappingInputRule(/^1[.] $/, nodes.ordered_list),
    ] });
}
