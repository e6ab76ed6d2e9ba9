-- The picture that stands beside the name on the author's page.
ALTER TABLE member ADD portrait text REFERENCES picture (name);
