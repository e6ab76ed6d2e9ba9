-- Every save of a story, never changed afterwards. The body is a document in ProseMirror's JSON.
CREATE TABLE story_revision (
    story_id   bigint NOT NULL REFERENCES story,
    number     integer NOT NULL CHECK (number > 0),
    kicker     text NOT NULL,
    headline   text NOT NULL,
    standfirst text NOT NULL,
    body       jsonb NOT NULL,
    saved_by   bigint NOT NULL,
    saved_at   timestamptz NOT NULL,
    why        text NOT NULL,
    PRIMARY KEY (story_id, number)
);
ALTER TABLE story
    ADD FOREIGN KEY (id, head) REFERENCES story_revision DEFERRABLE INITIALLY DEFERRED,
    ADD FOREIGN KEY (id, published) REFERENCES story_revision DEFERRABLE INITIALLY DEFERRED;

-- The facts each revision says and the row each comes from, to find every story a changed result
-- makes wrong.
CREATE TABLE story_fact (
    story_id bigint NOT NULL,
    revision integer NOT NULL,
    ordinal  integer NOT NULL,
    kind     text NOT NULL,
    source   text NOT NULL,
    value    text NOT NULL,
    text     text NOT NULL,
    PRIMARY KEY (story_id, revision, ordinal),
    FOREIGN KEY (story_id, revision) REFERENCES story_revision
);
CREATE INDEX story_fact_source ON story_fact (source text_pattern_ops);
