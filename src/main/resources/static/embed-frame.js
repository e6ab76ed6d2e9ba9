// Tells the page around us how high we are, so that nothing is cut off and nothing scrolls.

if (parent !== window) {
    new ResizeObserver(() => {
        parent.postMessage({ musetteHeight: Math.ceil(document.body.scrollHeight) }, "*");
    }).observe(document.body);
}
