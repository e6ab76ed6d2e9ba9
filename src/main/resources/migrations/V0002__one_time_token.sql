-- Sign-in links and confirmations. Only the hash is kept.
CREATE TABLE one_time_token (
    hash       bytea PRIMARY KEY,
    purpose    text NOT NULL,
    subject    text NOT NULL,
    issued_at  timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    used_at    timestamptz
);
CREATE INDEX one_time_token_subject ON one_time_token (purpose, subject);
