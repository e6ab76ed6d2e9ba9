-- Which intent may pay for an address just now: one at a time, so that two tills of one person never
-- both take money. Written before the provider is asked, replaced only once the provider has
-- promised not to take the money any more. Goes with its intent.
CREATE TABLE checkout_claim (
    email      text PRIMARY KEY,
    intent     uuid NOT NULL REFERENCES checkout_intent ON DELETE CASCADE,
    claimed_at timestamptz NOT NULL
);

-- The introduction is for whoever has not had it; who has, agrees to the full price.
ALTER TABLE checkout_intent ADD COLUMN without_intro boolean NOT NULL DEFAULT false;

-- The test till can promise that too: an intent is paid or withdrawn, and then it stays so.
ALTER TABLE till_payment DROP CONSTRAINT till_payment_outcome_check;
ALTER TABLE till_payment ADD CONSTRAINT till_payment_outcome_check
    CHECK (outcome IN ('paid', 'declined', 'withdrawn'));
DROP INDEX till_payment_paid_once;
CREATE UNIQUE INDEX till_payment_final_once ON till_payment (intent)
    WHERE outcome IN ('paid', 'withdrawn');
