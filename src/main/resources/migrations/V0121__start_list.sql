-- Who starts: a result before the race. Its rows have no places, its edition is planned until the
-- race has been held.
ALTER TABLE result DROP CONSTRAINT result_kind_check;
ALTER TABLE result ADD CONSTRAINT result_kind_check
    CHECK (kind IN ('general', 'stage', 'points', 'mountains', 'youth', 'teams', 'start-list'));
ALTER TABLE result_row DROP CONSTRAINT result_row_status_check;
ALTER TABLE result_row ADD CONSTRAINT result_row_status_check
    CHECK (status IN ('FINISHED', 'REL', 'DNF', 'DNS', 'OTL', 'DSQ', 'NR', 'START'));
ALTER TABLE edition DROP CONSTRAINT edition_status_check;
ALTER TABLE edition ADD CONSTRAINT edition_status_check
    CHECK (status IN ('planned', 'held', 'cancelled', 'postponed', 'shortened'));
