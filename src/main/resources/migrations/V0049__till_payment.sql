-- The test till's own book, as a payment provider far away would keep it: each try, accepted or
-- declined, under the key it was given. No card numbers. An intent is paid at most once.
CREATE TABLE till_payment (
    reference text PRIMARY KEY,
    intent    uuid NOT NULL,
    amount    bigint NOT NULL,
    currency  char(3) NOT NULL,
    outcome   text NOT NULL CHECK (outcome IN ('paid', 'declined')),
    sentence  text NOT NULL,
    tried_at  timestamptz NOT NULL
);
CREATE UNIQUE INDEX till_payment_paid_once ON till_payment (intent) WHERE outcome = 'paid';
CREATE INDEX till_payment_intent ON till_payment (intent, tried_at);
