// What was typed and is not at the newsroom yet, kept on this device (IndexedDB). Each window has an
// entry of its own; a lock says whether the window is still there. Nobody is given what another
// member has typed in the same browser.

const STORE = "unsent";

function asked(request) {
    return new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
    });
}

async function openStore() {
    const request = indexedDB.open("musette-desk", 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: "client" });
    return asked(request);
}

// Holds the lock of that window until the page goes; answers whether it was free.
function hold(client) {
    return new Promise((resolve) => {
        navigator.locks.request(`musette-window-${client}`, { ifAvailable: true }, (lock) => {
            resolve(Boolean(lock));
            return lock ? new Promise(() => {}) : undefined;
        });
    });
}

function newName() {
    return Array.from(crypto.getRandomValues(new Uint8Array(16)),
        (byte) => byte.toString(16).padStart(2, "0")).join("");
}

export class Journal {
    #store; #story;
    client = newName();

    static async open(story) {
        const journal = new Journal();
        journal.#story = story;
        try {
            journal.#store = await openStore();
        } catch (problem) {
            console.warn("This browser keeps nothing on the device", problem);
        }
        return journal;
    }

    // An entry of this story whose window is gone; from then on it is this window's.
    async takeOver() {
        for (const entry of (await this.#entries()).filter((it) => !it.isBroken)) {
            if (await this.#isLeft(entry)) {
                this.client = entry.client;
                return entry;
            }
        }
        if ("locks" in navigator) await hold(this.client);
        return null;
    }

    // Where a browser has no locks (plain HTTP at a name of one's own), a window that has said
    // nothing for half a minute is gone.
    async #isLeft(entry) {
        return "locks" in navigator ? hold(entry.client) : Date.now() - entry.at > 30_000;
    }

    // What could not be put back into the story by itself.
    async broken() {
        return (await this.#entries()).filter((entry) => entry.isBroken);
    }

    // From now on the entry is only shown.
    async setAside(entry) {
        if (entry.client === this.client) this.client = newName();
        if (this.#store) await this.#write((store) => store.put({ ...entry, isBroken: true }));
    }

    async #entries() {
        if (!this.#store) return [];
        const all = await asked(this.#store.transaction(STORE).objectStore(STORE).getAll());
        return all.filter((entry) => entry.story === this.#story).sort((a, b) => a.at - b.at);
    }

    // Committed at once: a window that is killed in the next moment takes nothing along.
    #write(act) {
        const transaction = this.#store.transaction(STORE, "readwrite");
        const done = asked(act(transaction.objectStore(STORE)));
        transaction.commit();
        return done;
    }

    // Nothing unsent: the entry goes.
    keep(unsent) {
        if (!this.#store) return;
        this.#write((store) => unsent ? store.put(this.entry(unsent)) : store.delete(this.client));
    }

    entry(unsent) {
        return { ...unsent, client: this.client, story: this.#story, at: Date.now() };
    }

    forget(client) {
        if (this.#store) this.#write((store) => store.delete(client));
    }
}
