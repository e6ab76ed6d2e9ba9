-- How much mail the sign-up form has caused: one row a mail, for a day. The asker's network
-- address is there only as a keyed hash.
CREATE TABLE letter_mail (
    id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    inbox   text NOT NULL,
    client  bytea NOT NULL,
    sent_at timestamptz NOT NULL
);
CREATE INDEX letter_mail_inbox ON letter_mail (inbox, sent_at);
CREATE INDEX letter_mail_client ON letter_mail (client, sent_at);
CREATE INDEX letter_mail_sent ON letter_mail (sent_at);

-- Mails that were asked for and not sent, by the hour and the reason.
CREATE TABLE letter_withheld (
    hour   timestamptz NOT NULL,
    reason text NOT NULL CHECK (reason IN ('inbox', 'client', 'everyone', 'trap')),
    mails  bigint NOT NULL,
    PRIMARY KEY (hour, reason)
);

-- One row. Whoever decides about a mail holds it, so that two at once can't both be the last.
CREATE TABLE letter_budget (
    id smallint PRIMARY KEY CHECK (id = 1)
);
INSERT INTO letter_budget VALUES (1);
