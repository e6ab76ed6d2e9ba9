-- News between rooms (Spring Modulith's event publication registry): written in the
-- transaction that made the news, ticked off when each listener has dealt with it.
CREATE TABLE event_publication (
    id                     uuid PRIMARY KEY,
    listener_id            text NOT NULL,
    event_type             text NOT NULL,
    serialized_event       text NOT NULL,
    publication_date       timestamptz NOT NULL,
    completion_date        timestamptz,
    status                 text,
    completion_attempts    integer,
    last_resubmission_date timestamptz
);
CREATE INDEX event_publication_unfinished ON event_publication (publication_date)
    WHERE completion_date IS NULL;
