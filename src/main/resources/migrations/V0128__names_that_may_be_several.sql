-- Few rows stand under a name that may be one of several riders': only those are kept apart by it,
-- and every other row is stored with one index less to write.
DROP INDEX result_row_of_name;
CREATE UNIQUE INDEX result_row_of_name ON result_row (result_id, revision, unmatched)
    WHERE unmatched IS NOT NULL;
