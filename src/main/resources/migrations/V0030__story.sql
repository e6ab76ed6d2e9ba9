-- A story and its two pointers: `head` is the newest revision, `published` the one readers see
-- (none while it is a draft or withdrawn), so a live story can be drafted over quietly.
-- `published_at` stays when a story is withdrawn: it has been live.
CREATE TABLE story (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    slug         text NOT NULL UNIQUE,
    author_id    bigint NOT NULL,
    edition_id   bigint,
    result_id    bigint,
    origin       text NOT NULL CHECK (origin IN ('desk', 'flash', 'demo')),
    created_at   timestamptz NOT NULL,
    head         integer NOT NULL,
    published    integer,
    published_at timestamptz,
    CHECK (published IS NULL OR published_at IS NOT NULL)
);
CREATE INDEX story_live ON story (published_at DESC, id DESC) WHERE published IS NOT NULL;
CREATE INDEX story_live_author ON story (author_id, published_at DESC) WHERE published IS NOT NULL;
CREATE INDEX story_edition ON story (edition_id) WHERE edition_id IS NOT NULL;
CREATE INDEX story_waiting ON story (created_at DESC) WHERE published_at IS NULL;

-- Addresses a story had while it was live. They lead to the story, wherever it stands now, so a
-- loop can't be written down.
CREATE TABLE story_redirect (
    slug     text PRIMARY KEY,
    story_id bigint NOT NULL REFERENCES story,
    since    timestamptz NOT NULL
);
