-- Who asked for a sign-in link and when, for the mail budget only: the address as a SHA-256, known
-- and unknown addresses alike. Rows go after a day.
CREATE TABLE sign_in_request (
    address  bytea NOT NULL,
    asked_at timestamptz NOT NULL
);
CREATE INDEX sign_in_request_address ON sign_in_request (address, asked_at);
CREATE INDEX sign_in_request_age ON sign_in_request (asked_at);
