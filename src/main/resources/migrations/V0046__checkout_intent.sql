-- Somebody means to join: what, at which price, under which offer. The id is the key that the
-- payment provider sees, so that one intent is paid once however often its form is sent. `browser`
-- is the SHA-256 of the key held by the browser that opened it.
CREATE TABLE checkout_intent (
    id          uuid PRIMARY KEY,
    email       text NOT NULL,
    offer       bigint NOT NULL REFERENCES offer,
    term        text NOT NULL CHECK (term IN ('month', 'year')),
    amount      bigint NOT NULL CHECK (amount > 0),
    currency    char(3) NOT NULL,
    return_path text NOT NULL,
    browser     bytea NOT NULL,
    opened_at   timestamptz NOT NULL,
    expires_at  timestamptz NOT NULL
);
CREATE INDEX checkout_intent_opened ON checkout_intent (opened_at);

-- What the reader agreed to by pressing the button: the terms as shown, their version, the price.
CREATE TABLE consent (
    intent        uuid PRIMARY KEY REFERENCES checkout_intent,
    terms_version text NOT NULL,
    terms         text NOT NULL,
    amount        bigint NOT NULL,
    currency      char(3) NOT NULL,
    given_at      timestamptz NOT NULL
);
