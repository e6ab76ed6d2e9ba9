-- When a member of the staff first came in: from then on a start prints no link that opens the desk.
ALTER TABLE member ADD COLUMN first_signed_in_at timestamptz;
