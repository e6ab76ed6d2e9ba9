-- A reader's subscription. Every period is counted from `anchor_on`, never from the period before,
-- so that 31 January, 28 February, 31 March stay on the 31st.
CREATE TABLE subscription (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    reader     bigint NOT NULL REFERENCES reader,
    offer      bigint NOT NULL REFERENCES offer,
    term       text NOT NULL CHECK (term IN ('month', 'year')),
    anchor_on  date NOT NULL,
    started_at timestamptz NOT NULL
);
CREATE INDEX subscription_reader ON subscription (reader);

-- Money taken, one row a period; append-only. No period is charged twice, no intent pays twice.
CREATE TABLE charge (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    subscription bigint NOT NULL REFERENCES subscription,
    intent       uuid UNIQUE REFERENCES checkout_intent,
    kind         text NOT NULL CHECK (kind IN ('intro', 'full')),
    amount       bigint NOT NULL CHECK (amount > 0),
    currency     char(3) NOT NULL,
    months       int NOT NULL CHECK (months > 0),
    period_from  date NOT NULL,
    period_to    date NOT NULL CHECK (period_to > period_from),
    provider     text NOT NULL,
    reference    text NOT NULL,
    charged_at   timestamptz NOT NULL,
    UNIQUE (subscription, period_from),
    UNIQUE (provider, reference)
);

-- Who may read without a meter, and until when. Reading asks this table and nobody else.
CREATE TABLE entitlement (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    reader       bigint NOT NULL REFERENCES reader,
    subscription bigint REFERENCES subscription,
    starts_at    timestamptz NOT NULL,
    ends_at      timestamptz NOT NULL CHECK (ends_at > starts_at),
    granted_at   timestamptz NOT NULL
);
CREATE INDEX entitlement_reader ON entitlement (reader, ends_at);

-- How an intent ended once it was paid, and whether its account was made on the way.
CREATE TABLE checkout_settlement (
    intent     uuid PRIMARY KEY REFERENCES checkout_intent,
    charge     bigint NOT NULL REFERENCES charge,
    reader     bigint NOT NULL REFERENCES reader,
    account    text NOT NULL CHECK (account IN ('new', 'known')),
    settled_at timestamptz NOT NULL
);
