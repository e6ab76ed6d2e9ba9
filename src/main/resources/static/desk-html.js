// The one place where text becomes markup at the desk (Trusted Types): our own pages, fetched.

const policy = globalThis.trustedTypes?.createPolicy("desk", { createHTML: (page) => page })
    ?? { createHTML: (page) => page };

export async function pageOf(answer) {
    return new DOMParser().parseFromString(policy.createHTML(await answer.text()), "text/html");
}

// The page at that address; nothing where it can't be had.
export async function pageAt(address) {
    const answer = await fetch(address, { headers: { Accept: "text/html" } }).catch(() => null);
    return answer?.ok ? pageOf(answer) : null;
}
