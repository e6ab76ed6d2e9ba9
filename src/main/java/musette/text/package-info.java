/// Facts: the words of a story.
///
/// A document of blocks and inlines with their facts, the schema that browser and program share,
/// its JSON, and the signs that stand for it in plain words. Owns no tables, asks the ground floor.
@NullMarked
package musette.text;

import org.jspecify.annotations.NullMarked;
