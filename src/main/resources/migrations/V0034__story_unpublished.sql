-- The desk's queue asks for what readers don't see, among very many stories they do.
DROP INDEX story_waiting;
CREATE INDEX story_unpublished ON story (created_at DESC) WHERE published IS NULL;

-- The queue shows since when a story has been on the desk.
CREATE INDEX story_more_to_follow_since ON story_more_to_follow (promised_at)
    WHERE settled_at IS NULL;

-- The flash asks whether a story carries a result already.
CREATE INDEX story_result ON story (result_id) WHERE result_id IS NOT NULL;
