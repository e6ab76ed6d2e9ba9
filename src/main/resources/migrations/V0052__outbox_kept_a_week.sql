-- A sign-up nobody confirmed is forgotten after a week; the mail about it must be too.
COMMENT ON TABLE outbox_mail IS 'Settled rows are deleted after a week (not 30 days).';
