-- Mails that went to the catcher because no mail server is configured: kept for the desk to read,
-- the newest 1,000 only.
CREATE TABLE caught_mail (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    caught_at timestamptz NOT NULL,
    sender    text NOT NULL,
    recipient text NOT NULL,
    subject   text NOT NULL,
    raw       bytea NOT NULL
);
