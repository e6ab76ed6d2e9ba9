// Loads what another site shows once a reader asks for it, and nothing before.

for (const figure of document.querySelectorAll("figure.embed")) {
    const link = figure.querySelector("a");
    const provider = link.textContent.replace(/^See it on /, "");
    const button = Object.assign(document.createElement("button"),
        { type: "button", className: "button", textContent: `Play it here, from ${provider}` });
    button.addEventListener("click", () => {
        const frame = document.createElement("iframe");
        frame.title = figure.dataset.title;
        frame.referrerPolicy = "strict-origin-when-cross-origin";
        frame.sandbox = "allow-scripts allow-same-origin allow-popups allow-presentation";
        frame.allow = "fullscreen; picture-in-picture";
        frame.src = figure.dataset.player;
        button.replaceWith(frame);
        frame.focus();
    });
    figure.prepend(button);
}
