-- Work that an event asked for and that failed again and again: put aside, so that it keeps nothing
-- else waiting, and shown at the desk.
CREATE TABLE event_set_aside (
    id               uuid PRIMARY KEY,
    listener_id      text NOT NULL,
    event_type       text NOT NULL,
    serialized_event text NOT NULL,
    publication_date timestamptz NOT NULL,
    set_aside_at     timestamptz NOT NULL
);

-- The programs that work on this database, each with the moment it was last seen, so that what one
-- of them held when it died can be taken over at once.
CREATE TABLE node (
    id      uuid PRIMARY KEY,
    seen_at timestamptz NOT NULL
);
ALTER TABLE outbox_mail ADD COLUMN holder uuid;

-- Whether the mail may have gone twice: it was in hand when its holder died, and went again.
ALTER TABLE outbox_mail ADD COLUMN uncertain boolean NOT NULL DEFAULT false;

-- When the rows of each table go. A test fails on a table that does not say.
COMMENT ON TABLE asked_mail IS 'Rows go: a day after the mail was asked for.';
COMMENT ON TABLE cancellation IS 'Rows go: never; it is a record of money.';
COMMENT ON TABLE caught_mail IS 'Rows go: when a thousand newer mails were caught.';
COMMENT ON TABLE charge IS 'Rows go: never; it is a record of money.';
COMMENT ON TABLE checkout_claim IS 'Rows go: with their intent.';
COMMENT ON TABLE checkout_intent IS 'Rows go: 30 days after they were opened, unless they were paid.';
COMMENT ON TABLE checkout_settlement IS 'Rows go: never; it is a record of money.';
COMMENT ON TABLE consent IS 'Rows go: with an intent that was not paid; never with a paid one.';
COMMENT ON TABLE edition IS 'Rows go: never; it grows by what editors file.';
COMMENT ON TABLE entitlement IS 'Rows go: never; it grows by payments.';
COMMENT ON TABLE event_publication IS 'Rows go: when the work is done, or to event_set_aside.';
COMMENT ON TABLE event_set_aside IS 'Rows go: 90 days after they were set aside, or when tried again.';
COMMENT ON TABLE first_start IS 'Rows go: never; there is one.';
COMMENT ON TABLE letter_subscription IS 'Rows go: after a week when they were not confirmed; else never.';
COMMENT ON TABLE listed_winner IS 'Rows go: never; it grows by what editors file.';
COMMENT ON TABLE mail_budget IS 'Rows go: never; there is one.';
COMMENT ON TABLE market IS 'Rows go: never; there are a few.';
COMMENT ON TABLE market_country IS 'Rows go: never; there are a few.';
COMMENT ON TABLE member IS 'Rows go: never; bylines stay.';
COMMENT ON TABLE newsletter IS 'Rows go: never; there are a few.';
COMMENT ON TABLE node IS 'Rows go: an hour after the program was last seen.';
COMMENT ON TABLE offer IS 'Rows go: never; subscribers keep the offer they joined under.';
COMMENT ON TABLE offer_phase IS 'Rows go: never; subscribers keep the offer they joined under.';
COMMENT ON TABLE one_time_token IS 'Rows go: 30 days after they expired.';
COMMENT ON TABLE outbox_mail IS 'Rows go: a week after the mail was sent or refused.';
COMMENT ON TABLE race IS 'Rows go: never; it grows by what editors file.';
COMMENT ON TABLE reader IS 'Rows go: never; it grows by payments.';
COMMENT ON TABLE result IS 'Rows go: never; it grows by what editors file.';
COMMENT ON TABLE result_revision IS 'Rows go: never; it grows by what editors file.';
COMMENT ON TABLE result_row IS 'Rows go: never; it grows by what editors file.';
COMMENT ON TABLE resumption IS 'Rows go: never; it is a record of money.';
COMMENT ON TABLE rider IS 'Rows go: never; it grows by what editors file.';
COMMENT ON TABLE spring_session IS 'Rows go: within a minute of their end, 30 days after the last use.';
COMMENT ON TABLE spring_session_attributes IS 'Rows go: with their session.';
COMMENT ON TABLE stage IS 'Rows go: never; it grows by what editors file.';
COMMENT ON TABLE story IS 'Rows go: never; it grows by what editors write.';
COMMENT ON TABLE story_fact IS 'Rows go: never; it grows by what editors write.';
COMMENT ON TABLE story_more_to_follow IS 'Rows go: never; it grows by what editors write.';
COMMENT ON TABLE story_publication IS 'Rows go: never; it grows by what editors write.';
COMMENT ON TABLE story_read IS 'Rows go: 90 days after the hour they count.';
COMMENT ON TABLE story_redirect IS 'Rows go: never; old addresses lead on.';
COMMENT ON TABLE story_revision IS 'Rows go: never; it grows by what editors write.';
COMMENT ON TABLE subscription IS 'Rows go: never; it is a record of money.';
COMMENT ON TABLE team IS 'Rows go: never; it grows by what editors file.';
COMMENT ON TABLE till_payment IS 'Rows go: with an intent that was not paid; never with a paid one.';
COMMENT ON TABLE winners_list IS 'Rows go: never; it grows by what editors file.';
COMMENT ON TABLE wire_arrival IS 'Rows go: never; it grows by what editors file.';
COMMENT ON TABLE wire_quarantine IS 'Rows go: never; it grows by what editors file.';
COMMENT ON TABLE withheld_mail IS 'Rows go: 90 days after the hour they count.';
