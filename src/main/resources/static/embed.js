// Puts a result of ours on another site's page, where this script stands:
// <script src="https://…/static/embed.js" data-result="/races/…/2023" async></script>

(() => {
    const script = document.currentScript;
    const site = new URL(script.src).origin;
    const frame = document.createElement("iframe");
    frame.src = site + script.dataset.result + "/embed";
    frame.title = "Race result";
    frame.loading = "lazy";
    frame.setAttribute("style", "width: 100%; height: 30rem; border: 0");
    script.after(frame);

    addEventListener("message", (message) => {
        const height = message.data?.musetteHeight;
        if (message.origin === site && message.source === frame.contentWindow && height > 0) {
            frame.style.height = `${Math.min(height, 5000)}px`;
        }
    });
})();
