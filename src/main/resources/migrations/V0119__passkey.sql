-- Keys that members of the staff keep on their devices; here is only what checks them (WebAuthn,
-- attested credential data). No challenge is taken twice, and none that is older than the last.
CREATE TABLE member_passkey (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    member_id    bigint NOT NULL REFERENCES member,
    credential   bytea NOT NULL UNIQUE,
    attested     bytea NOT NULL,
    name         text NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
    counter      bigint NOT NULL,
    added_at     timestamptz NOT NULL,
    used_at      timestamptz,
    challenge_at timestamptz NOT NULL
);
CREATE INDEX member_passkey_member ON member_passkey (member_id);
COMMENT ON TABLE member_passkey IS 'Rows go: when the member removes the passkey; they let in nobody who is not on duty.';
