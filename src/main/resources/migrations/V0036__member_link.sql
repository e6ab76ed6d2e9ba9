-- When a member was last mailed a sign-in link, so that nobody's letterbox is filled by strangers.
ALTER TABLE member ADD COLUMN link_mailed_at timestamptz;
