-- That somebody chose the story's address: it does not follow the headline any more.
ALTER TABLE story ADD is_address_kept boolean NOT NULL DEFAULT false;
