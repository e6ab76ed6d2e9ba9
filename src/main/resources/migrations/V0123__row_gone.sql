-- That a row was taken away: it stays, so that a late double of it does not come back.
ALTER TABLE running_row ADD is_gone boolean NOT NULL DEFAULT false;
