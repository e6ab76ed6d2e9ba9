// Long tables of results: filtered as one types, sorted by a column. They are whole without this.

const LEAST_ROWS = 12;
const fold = (words) => words.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

// A part of a longer one is searched by the newsroom, which has the other parts.
const isPart = document.querySelector("form.part") !== null;

for (const table of document.querySelectorAll("table.results")) {
    const rows = [...table.tBodies[0].rows];
    if (isPart || rows.length < LEAST_ROWS) continue;
    filter(table, rows);
    sort(table, rows);
}

function filter(table, rows) {
    const words = rows.map((row) => fold(`${row.textContent} ${row.dataset.nation ?? ""}`));
    const label = document.createElement("label");
    const field = document.createElement("input");
    const count = document.createElement("span");
    label.className = "filter";
    label.append("Name, team or nation ", field);
    field.type = "search";
    field.autocomplete = "off";
    count.className = "filter-count";
    count.role = "status";
    table.before(label, count);
    field.addEventListener("input", () => {
        const wanted = fold(field.value).split(/\s+/).filter(Boolean);
        let shown = 0;
        rows.forEach((row, at) => {
            row.hidden = !wanted.every((word) => words[at].includes(word));
            shown += row.hidden ? 0 : 1;
        });
        count.textContent = wanted.length === 0 ? "" : `${shown} of ${rows.length}`;
    });
}

function sort(table, rows) {
    const headings = [...table.tHead.rows[0].cells];
    headings.forEach((heading, column) => {
        if (heading.classList.contains("gap")) return;
        const button = document.createElement("button");
        button.type = "button";
        button.textContent = heading.textContent;
        heading.replaceChildren(button);
        button.addEventListener("click", () => {
            const down = heading.ariaSort === "ascending";
            const sorted = [...rows];
            if (column > 0) {
                const words = (row) => row.cells[column].textContent.trim();
                sorted.sort((one, other) => words(one).localeCompare(words(other)));
            }
            if (down) sorted.reverse();
            headings.forEach((other) => other.removeAttribute("aria-sort"));
            heading.ariaSort = down ? "descending" : "ascending";
            table.tBodies[0].append(...sorted);
        });
    });
}
