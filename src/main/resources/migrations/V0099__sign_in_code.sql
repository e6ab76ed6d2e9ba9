-- A browser in which somebody asked for a mail to sign in with, and the code in that mail. Only
-- hashes are kept: the code means nothing without the key that the browser keeps.
CREATE TABLE sign_in_code (
    browser    bytea PRIMARY KEY,
    purpose    text NOT NULL,
    code       text,
    subject    text,
    tries      integer NOT NULL DEFAULT 0,
    expires_at timestamptz NOT NULL
);
CREATE INDEX sign_in_code_subject ON sign_in_code (purpose, subject);
COMMENT ON TABLE sign_in_code IS 'Rows go: within an hour of their end.';
