package musette.stories;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import musette.journeys.House.MovableClock;
import musette.media.MediaSettings;
import musette.media.Pictures;
import musette.store.DataFolder;
import musette.store.RolledBack;
import musette.text.Document;
import musette.text.Document.Inline;
import musette.text.Document.Paragraph;
import musette.text.FactLink;
import musette.text.StoryText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// The room on a real database, at a moment that the test moves on. What a test stores is rolled
/// back after it.
abstract class StoriesRoom extends RolledBack {
    static final Instant FINISH = Instant.parse("2023-04-01T15:12:00Z");
    static final long ANE = 1;
    static final long JON = 2;
    static final String GAP = "result/1/rider/2/gap";

    final MovableClock clock = new MovableClock(FINISH);
    final List<Object> news = new ArrayList<>();
    final Manuscripts manuscripts;
    final Stories stories;
    final Revisions revisions;
    final Publication publication;

    StoriesRoom(JdbcClient sql, TransactionTemplate transaction) {
        super(sql, transaction);
        manuscripts = new Manuscripts(sql, transaction, clock);
        stories = new Stories(sql, manuscripts);
        revisions = new Revisions(sql);
        publication =
                new Publication(sql, transaction, clock, news::add, manuscripts, pictures(sql));
    }

    private static Pictures pictures(JdbcClient sql) {
        return new Pictures(
                sql,
                Clock.systemUTC(),
                new DataFolder(Path.of("target/pictures-of-stories")),
                MediaSettings.FOLDER);
    }

    /// What somebody begins at the desk.
    long open(String headline) {
        return open(headline, "desk", OptionalLong.empty());
    }

    /// What the flash drafts from result 1.
    long flash(String headline) {
        return open(headline, "flash", OptionalLong.of(1));
    }

    private long open(String headline, String origin, OptionalLong result) {
        return stories.open(
                new Draft(
                        "",
                        headline,
                        "",
                        body("two seconds", "200"),
                        ANE,
                        result,
                        result,
                        origin,
                        false));
    }

    long published(String headline) {
        var story = open(headline);
        publication.publish(story, ANE, 1);
        return story;
    }

    Manuscript manuscript(long story) {
        return manuscripts.byId(story).orElseThrow();
    }

    /// Writes in the newest version as somebody does in the editor.
    Manuscripts.Writing write(long story, long who, String headline, Document body) {
        return manuscripts.write(
                story,
                who,
                manuscript(story).version(),
                new StoryText("", Document.heads(headline, ""), body),
                facts -> false);
    }

    /// "Ion Izagirre won. Sergio Higuita was two seconds behind."
    static Document body(String gap, String hundredths) {
        return new Document(
                List.of(
                        new Paragraph(List.of(new Inline.Text("Ion Izagirre won."))),
                        new Paragraph(
                                List.of(
                                        new Inline.Text("Sergio Higuita was "),
                                        new Inline.Fact(gap, new FactLink("gap", GAP, hundredths)),
                                        new Inline.Text(" behind.")))));
    }

    static Document words(String paragraph) {
        return new Document(List.of(new Paragraph(List.of(new Inline.Text(paragraph)))));
    }

    /// What the sources answer now: the gap of the second.
    FactAnswer answer(String gap, String hundredths) {
        var sentence = new Document(List.of((Paragraph) body(gap, hundredths).blocks().getLast()));
        return new FactAnswer(GAP, hundredths, gap, sentence, new Document(List.of()));
    }
}
