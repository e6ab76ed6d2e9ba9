-- One budget for all mails that somebody can ask for without having proven anything: letters and
-- sign-in links of readers and staff. (It began with the letters' form alone.)
ALTER TABLE letter_mail RENAME TO asked_mail;
ALTER INDEX letter_mail_inbox RENAME TO asked_mail_inbox;
ALTER INDEX letter_mail_client RENAME TO asked_mail_client;
ALTER INDEX letter_mail_sent RENAME TO asked_mail_sent;
ALTER TABLE asked_mail ADD COLUMN kind text NOT NULL DEFAULT 'letter'
    CHECK (kind IN ('letter', 'sign-in', 'staff-sign-in'));
ALTER TABLE asked_mail ALTER COLUMN kind DROP DEFAULT;
ALTER TABLE letter_withheld RENAME TO withheld_mail;
ALTER TABLE letter_budget RENAME TO mail_budget;
DROP TABLE sign_in_request;
ALTER TABLE member DROP COLUMN link_mailed_at;
