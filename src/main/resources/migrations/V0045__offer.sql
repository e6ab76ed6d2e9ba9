-- The catalog, by version: what joining costs in a market from a moment on. An offer is never
-- edited; a new price is a new offer, and subscribers keep the one they joined under.
CREATE TABLE offer (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    market         text NOT NULL REFERENCES market,
    effective_from timestamptz NOT NULL,
    published_at   timestamptz NOT NULL,
    published_by   text NOT NULL
);
CREATE INDEX offer_market ON offer (market, effective_from);

-- The phases of an offer's two plans, in order. One period lasts `months`; the phase lasts
-- `periods` of them, or until the reader cancels where that is null. Money is in minor units.
CREATE TABLE offer_phase (
    offer    bigint NOT NULL REFERENCES offer,
    term     text NOT NULL CHECK (term IN ('month', 'year')),
    position int NOT NULL CHECK (position > 0),
    kind     text NOT NULL CHECK (kind IN ('intro', 'full')),
    price    bigint NOT NULL CHECK (price > 0),
    months   int NOT NULL CHECK (months > 0),
    periods  int CHECK (periods > 0),
    PRIMARY KEY (offer, term, position)
);
