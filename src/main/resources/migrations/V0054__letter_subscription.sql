-- Who gets which letter: asked for on which page and when, confirmed when, left when and how. An
-- address that asks again after leaving gets a new row; what was never confirmed is deleted.
CREATE TABLE letter_subscription (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    newsletter_id bigint NOT NULL REFERENCES newsletter,
    address       text NOT NULL,
    address_key   text NOT NULL,
    asked_at      timestamptz NOT NULL,
    asked_on      text NOT NULL,
    confirmed_at  timestamptz,
    left_at       timestamptz,
    left_by       text CHECK (left_by IN ('button', 'one-click')),
    CHECK ((left_at IS NULL) = (left_by IS NULL))
);
CREATE UNIQUE INDEX letter_subscription_current ON letter_subscription (newsletter_id, address_key)
    WHERE left_at IS NULL;
CREATE INDEX letter_subscription_address ON letter_subscription (address_key);
CREATE INDEX letter_subscription_unconfirmed ON letter_subscription (asked_at)
    WHERE confirmed_at IS NULL;
