/// Records: stories and everything that happens to them.
///
/// A story, its revisions as structured documents, publication, more to follow, corrections,
/// withdrawal, redirects. Owns `story` and the tables named after it, `fact_answer`, `fact_kept`
/// and the view `changed_fact`. May ask the ground floor and `racing`, `media`, `staff`, `text`.
@NullMarked
package musette.stories;

import org.jspecify.annotations.NullMarked;
