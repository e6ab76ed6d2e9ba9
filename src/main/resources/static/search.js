// The search answers as one types. Without this, its form does.

const PAUSE = 120;
const field = document.getElementById("q");
let asked = 0;
let timer = 0;

field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE);
});

async function ask() {
    const turn = ++asked;
    const address = `/search?q=${encodeURIComponent(field.value)}`;
    const answer = await fetch(address).catch(() => null);
    if (!answer?.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (turn !== asked) return;
    for (const part of ["answer", "found"]) {
        document.getElementById(part).replaceChildren(...page.getElementById(part).childNodes);
    }
    history.replaceState(null, "", address);
}
