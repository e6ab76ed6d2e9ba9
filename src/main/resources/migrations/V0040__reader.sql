-- Readers' accounts: one living account per address. The address is kept normalised (trimmed,
-- lower case). It counts as proven from the first sign-in through a mailed link on.
CREATE TABLE reader (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    email           text NOT NULL,
    created_at      timestamptz NOT NULL,
    email_proven_at timestamptz,
    removed_at      timestamptz
);
CREATE UNIQUE INDEX reader_email ON reader (email) WHERE removed_at IS NULL;
