-- A rider's rows and that a rider has one row in a revision: one index says both, and every row is
-- stored with one less to write.
DROP INDEX result_row_of_rider;
DROP INDEX result_row_rider;
CREATE UNIQUE INDEX result_row_of_rider ON result_row (rider_id, result_id, revision)
    WHERE rider_id IS NOT NULL;
