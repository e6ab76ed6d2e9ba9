-- A reader ended a subscription: access stays to the end of what is paid, nothing follows.
CREATE TABLE cancellation (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    subscription bigint NOT NULL REFERENCES subscription,
    cancelled_at timestamptz NOT NULL,
    cancelled_by text NOT NULL
);
CREATE INDEX cancellation_subscription ON cancellation (subscription);

-- A cancellation taken back while access still ran.
CREATE TABLE resumption (
    cancellation bigint PRIMARY KEY REFERENCES cancellation,
    resumed_at   timestamptz NOT NULL,
    resumed_by   text NOT NULL
);
