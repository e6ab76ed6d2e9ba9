// Passkeys: made on one's own page, signed with at the door. Only where the browser can, and the
// address has a name.

const place = document.getElementById("passkey");
const status = document.getElementById("passkey-status");
const CAN = "PublicKeyCredential" in globalThis && "parseCreationOptionsFromJSON" in PublicKeyCredential
    && isSecureContext && !/^[\d.]+$|:/.test(location.hostname);

class Refused extends Error {}

async function post(path, body = "") {
    const answer = await fetch(path, {
        method: "POST",
        headers: { "Accept": "application/json", "Content-Type": "application/json", "X-XSRF-TOKEN": place.dataset.token },
        body,
    });
    const told = await answer.json().catch(() => ({}));
    if (!answer.ok) throw new Refused(told.title ?? told.detail ?? "That did not work. Load this page again.");
    return told;
}

async function add() {
    const options = PublicKeyCredential.parseCreationOptionsFromJSON(await post("/desk/passkeys/options"));
    const made = await navigator.credentials.create({ publicKey: options });
    const name = document.getElementById("passkey-name").value;
    await post(`/desk/passkeys?name=${encodeURIComponent(name)}`, JSON.stringify(made.toJSON()));
    location.assign("/desk/passkeys?done=added");
}

async function enter() {
    const options = PublicKeyCredential.parseRequestOptionsFromJSON(await post("/desk/sign-in/passkey/options"));
    const signed = await navigator.credentials.get({ publicKey: options });
    const { to } = await post(`/desk/sign-in/passkey?return=${encodeURIComponent(place.dataset.return)}`,
        JSON.stringify(signed.toJSON()));
    location.assign(to);
}

const SENTENCES = {
    InvalidStateError: "This device has a passkey for you here already.",
    NotAllowedError: "Nothing was done: it was called off, or took too long.",
};

if (place && CAN) {
    place.hidden = false;
    document.getElementById("no-passkey")?.remove();
    place.querySelector("button").addEventListener("click", async () => {
        status.textContent = "Ask your device …";
        try {
            await (place.dataset.act === "add" ? add() : enter());
        } catch (problem) {
            status.textContent = problem instanceof Refused ? problem.message
                : SENTENCES[problem.name] ?? `That did not work: ${problem.message}`;
        }
    });
}
