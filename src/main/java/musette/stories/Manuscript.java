package musette.stories;

import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import musette.text.Document;
import musette.text.Edit;
import musette.text.PlainText;
import musette.text.StoryText;
import org.jspecify.annotations.Nullable;

/// A story as the desk works on it: its newest revision, whatever readers see.
///
/// @param head number of that revision
/// @param version how often its newest text has changed
/// @param heads headline and standfirst with the facts they say
/// @param published number of the revision readers see
/// @param edition the race's edition it reports, if any
/// @param result the result whose table it carries, if any
/// @param publishedAt when it first went live, if it ever did
/// @param author who opened it
/// @param byline whose names stand over it, in their order
/// @param why and `writers` of the newest revision, see `Revision`
/// @param promise what readers were promised, none when nothing more is to follow
public record Manuscript(
        long id,
        String slug,
        State state,
        int head,
        int version,
        OptionalInt published,
        String kicker,
        String headline,
        String standfirst,
        Document heads,
        Document body,
        long author,
        List<Long> byline,
        String origin,
        OptionalLong edition,
        OptionalLong result,
        Instant openedAt,
        @Nullable Instant publishedAt,
        long savedBy,
        Instant savedAt,
        String why,
        List<Long> writers,
        @Nullable Promise promise) {

    public Manuscript {
        byline = List.copyOf(byline);
        writers = List.copyOf(writers);
    }

    /// Where a story stands with its readers.
    public enum State {
        DRAFT,
        LIVE,
        WITHDRAWN
    }

    /// More to follow: who promised it and when.
    public record Promise(long by, Instant since) {}

    /// What is written in it, as the editor holds it.
    public StoryText text() {
        return new StoryText(kicker, heads, body);
    }

    /// Every fact of headline, standfirst and body, in reading order.
    public List<Document.Inline.Fact> facts() {
        return text().facts();
    }

    /// The body as an editor types it; see `PlainText`.
    public String plainText() {
        return PlainText.of(body);
    }

    /// Whether there are saved words that readers of the live story don't see yet.
    public boolean isAheadOfReaders() {
        return state == State.LIVE && published.orElse(0) != head;
    }

    /// The newest version as readers would see it, were it published now.
    public Story asRead(Instant now) {
        var first = publishedAt == null ? now : publishedAt;
        return new Story(
                id,
                slug,
                head,
                kicker,
                headline,
                standfirst,
                body,
                byline,
                List.of(),
                edition,
                result,
                origin,
                promise != null,
                false,
                first,
                state == State.LIVE ? now : first);
    }

    /// Whether the newest version has these words already.
    boolean says(Edit edit) {
        return edit.kicker().equals(kicker)
                && edit.headline().equals(headline)
                && edit.standfirst().equals(standfirst)
                && PlainText.of(PlainText.read(edit.text())).equals(plainText());
    }

    /// One save of a story.
    ///
    /// @param why `opened`, `edited`, `drafted` when the flash followed its result, or `followed`
    ///   when sentences of a person's story did, or `restored` when an older one was brought back
    /// @param writers everybody who wrote in it, in the order in which they came
    public record Revision(
            int number,
            String kicker,
            String headline,
            String standfirst,
            Document heads,
            Document body,
            long savedBy,
            Instant savedAt,
            String why,
            List<Long> writers) {

        public Revision {
            writers = List.copyOf(writers);
        }

        /// Written by one person.
        Revision(
                int number,
                String kicker,
                String headline,
                String standfirst,
                Document heads,
                Document body,
                long savedBy,
                Instant savedAt,
                String why) {
            this(
                    number,
                    kicker,
                    headline,
                    standfirst,
                    heads,
                    body,
                    savedBy,
                    savedAt,
                    why,
                    List.of(savedBy));
        }

        /// What it says, a line each: kicker, headline, standfirst, then the body with the signs of
        /// `PlainText`.
        public List<String> lines() {
            return Stream.concat(
                            Stream.of(kicker, headline, standfirst),
                            PlainText.of(body).lines().filter(line -> !line.isEmpty()))
                    .toList();
        }

        List<Document.Inline.Fact> facts() {
            return new StoryText(kicker, heads, body).facts();
        }
    }

    /// One thing that was done to what readers see.
    ///
    /// @param act `published`, `updated`, `corrected` or `withdrawn`
    /// @param note what readers were told, may be empty
    /// @param isUndone whether it was taken back at once
    public record Act(
            String act, int revision, long by, Instant at, String note, boolean isUndone) {}
}
