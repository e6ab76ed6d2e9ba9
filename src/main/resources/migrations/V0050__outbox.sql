-- Mails on their way out. A room writes its mail in its own transaction; the sender takes it from
-- here. Words are wiped once a mail has left or was refused: they can hold links that open doors.
-- The rest of such a row goes after 30 days.
CREATE TABLE outbox_mail (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    message_id uuid NOT NULL UNIQUE,
    purpose    text NOT NULL,
    recipient  text NOT NULL,
    subject    text NOT NULL,
    text_body  text,
    html_body  text,
    headers    text NOT NULL,
    state      text NOT NULL CHECK (state IN ('waiting', 'sending', 'sent', 'refused')),
    attempts   integer NOT NULL DEFAULT 0,
    written_at timestamptz NOT NULL,
    next_try   timestamptz NOT NULL,
    settled_at timestamptz,
    answer     text,
    CHECK ((state IN ('sent', 'refused')) = (settled_at IS NOT NULL)),
    CHECK (text_body IS NOT NULL OR state IN ('sent', 'refused'))
);
CREATE INDEX outbox_mail_due ON outbox_mail (next_try, id) WHERE state IN ('waiting', 'sending');
CREATE INDEX outbox_mail_settled ON outbox_mail (settled_at) WHERE settled_at IS NOT NULL;
