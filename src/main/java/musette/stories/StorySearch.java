package musette.stories;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import musette.racing.Names;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Finds stories on the desk by words of their newest text: their first three letters or more, in
/// any order, accents and case aside. `izag ezk` finds where Izagirre is read beside Ezkurdia.
@Component
public class StorySearch {
    private static final String KEEP_WORDS =
            """
            INSERT INTO story_words (story_id, words, changed_at)
            VALUES (:story, array_to_tsvector(:words), :now)
            ON CONFLICT (story_id) DO UPDATE
            SET words = excluded.words, changed_at = excluded.changed_at
            """;
    private static final String STORIES_WITH_WORDS =
            """
            SELECT desk_story.*
            FROM (
                SELECT story_id, changed_at
                FROM story_words
                WHERE words @@ :words::tsquery
                  AND NOT EXISTS (
                      SELECT FROM story WHERE id = story_id AND discarded_at IS NOT NULL)
                ORDER BY changed_at DESC
                LIMIT :most) AS found
            JOIN desk_story ON id = story_id
            ORDER BY changed_at DESC
            """;

    /// Fewer letters begin half of all words; such a word is meant whole.
    private static final int BEGINNING = 3;

    private static final int LONGEST = 60;

    private final JdbcClient sql;

    public StorySearch(JdbcClient sql) {
        this.sql = sql;
    }

    /// Those in which each of the words stands or begins one, the last changed first.
    ///
    /// @param words as typed
    public List<Manuscript> find(String words, int most) {
        var folded = Names.slug(words);
        if (folded.isEmpty()) {
            return List.of();
        }
        // A folded word holds letters and digits alone, so none is a query itself.
        var query =
                Stream.of(folded.split("-", -1))
                        .map(StorySearch::key)
                        .map(word ->
                                "'%s'%s".formatted(word, word.length() < BEGINNING ? "" : ":*"))
                        .collect(Collectors.joining(" & "));
        return sql.sql(STORIES_WITH_WORDS)
                .param("words", query)
                .param("most", most)
                .query(Revisions::manuscript)
                .list();
    }

    /// A run of letters without end is found by how it begins; an index holds no more.
    private static String key(String word) {
        return word.substring(0, Math.min(LONGEST, word.length()));
    }

    void keep(long story, Manuscript.Revision revision) {
        var text = String.join(" ", revision.lines());
        sql.sql(KEEP_WORDS)
                .param("story", story)
                .param(
                        "words",
                        Stream.of(Names.slug(text).split("-", -1))
                                .filter(word -> !word.isEmpty())
                                .map(StorySearch::key)
                                .distinct()
                                .toArray(String[]::new))
                .param("now", OffsetDateTime.ofInstant(revision.savedAt(), ZoneOffset.UTC))
                .update();
    }
}
