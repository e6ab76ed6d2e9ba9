-- The card that was shown at the test till's counter, as a payment provider far away would keep it:
-- a name that is always the same for a card and says nothing of its number.
CREATE TABLE till_card (
    intent   uuid PRIMARY KEY,
    card     text NOT NULL,
    shown_at timestamptz NOT NULL
);
COMMENT ON TABLE till_card IS 'Rows go: with an intent that was not paid; never with a paid one.';

-- An introduction is for whoever has not had it: the same for a card. A claim says with which card
-- an intent is about to be paid, so that two tills with one card wait for each other.
ALTER TABLE charge ADD COLUMN card text;
CREATE INDEX charge_card ON charge (provider, card) WHERE card IS NOT NULL;
ALTER TABLE checkout_claim ADD COLUMN card text;
CREATE INDEX checkout_claim_card ON checkout_claim (card) WHERE card IS NOT NULL;
