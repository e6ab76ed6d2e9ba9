-- By what a file that waits for a look is known again, a SHA-256 of it, so that one that is brought
-- twice in the same instant waits once.
ALTER TABLE wire_arrival ADD COLUMN waiting_as bytea;
CREATE UNIQUE INDEX wire_arrival_waits_once ON wire_arrival (waiting_as) WHERE outcome = 'waiting';
