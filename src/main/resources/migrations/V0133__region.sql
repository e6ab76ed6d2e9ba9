-- Where in their nation riders come from, as the publisher tells it and no results service does: the
-- Basque Country. In words, with the article.
ALTER TABLE rider ADD COLUMN region text;
