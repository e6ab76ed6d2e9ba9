package musette.desk;

import java.util.List;
import musette.comments.Comment.Quote;
import musette.proof.Mark;
import musette.proof.Proof;
import musette.site.Frame;
import musette.text.Edit;
import org.jspecify.annotations.Nullable;

/// One story, open on the desk.
///
/// @param writer the member who is asking
/// @param form what stands in the fields
/// @param state where the story stands with its readers, in words
/// @param story the newest version as the editor's script reads it, empty where other words stand
///   in the fields
/// @param revision number of the newest
/// @param isDraft whether readers have never seen it
/// @param mayPublish whether this person may change what readers see
/// @param mayUndo whether this person has just shown readers something and may take it back
/// @param isWaitingFlash whether it is a flash that only has to be read and let go
/// @param notice what has just happened, may be empty
/// @param problem why something did not happen, may be empty
/// @param problemPart the part of the page it happened in, which then stands open
/// @param faults sentences beside the fields
/// @param facts what the saved text says from results, in reading order
/// @param choices the results that the story may carry, none for a flash
/// @param resultTitle of the result whose table the story carries, empty for none
/// @param rows the first of that result
/// @param proof what contradicts that result
/// @param plan when it goes live by itself; null for a story without a plan
/// @param zone in which times are told and asked
/// @param embargo until when it is kept from readers, empty when it is not
/// @param promise who promised more and when, empty when nothing more is to follow
/// @param comments of the newsroom, in the order in which they were made
/// @param newer what somebody else saved while these words were typed
record EditorPage(
        Frame frame,
        String path,
        long writer,
        StoryForm form,
        String story,
        int revision,
        boolean isDraft,
        boolean isLive,
        boolean mayPublish,
        boolean mayUndo,
        boolean isWaitingFlash,
        String slug,
        String state,
        String notice,
        String problem,
        String problemPart,
        List<Edit.Fault> faults,
        List<FactLine> facts,
        List<ResultChoice> choices,
        String resultTitle,
        List<ResultLine> rows,
        Proof proof,
        @Nullable PlanLine plan,
        String zone,
        ReviewLine review,
        String embargo,
        String promise,
        Filing filing,
        List<CommentLine> comments,
        @Nullable Newer newer,
        List<Step> history) {

    EditorPage {
        faults = List.copyOf(faults);
        facts = List.copyOf(facts);
        choices = List.copyOf(choices);
        rows = List.copyOf(rows);
        comments = List.copyOf(comments);
        history = List.copyOf(history);
    }

    /// That the story goes live by itself.
    ///
    /// @param words when, which version, and who has planned it
    /// @param problem why it could not go live, may be empty
    record PlanLine(String words, String problem) {}

    /// Whether an editor was asked to look.
    ///
    /// @param words who asked and when, empty while nobody waits
    /// @param isOwn whether the one who reads this has asked
    /// @param sentBack what somebody said was to be done first, empty for nothing
    record ReviewLine(String words, boolean isOwn, String sentBack) {
        boolean isOpen() {
            return !words.isEmpty();
        }
    }

    List<CommentLine> openComments() {
        return comments.stream().filter(comment -> comment.doneBy().isEmpty()).toList();
    }

    List<CommentLine> doneComments() {
        return comments.stream().filter(comment -> !comment.doneBy().isEmpty()).toList();
    }

    /// The sentence beside a field, or nothing.
    String fault(String field) {
        return faults.stream()
                .filter(fault -> fault.field().equals(field))
                .map(Edit.Fault::sentence)
                .findFirst()
                .orElse("");
    }

    /// Whether one letter lets it go: a flash that only has to be read.
    boolean hasSingleKey() {
        return isWaitingFlash && proof.open().isEmpty();
    }

    /// `Publish`, or what it does to a live story.
    String publishes() {
        var act = isLive ? "Update" : "Publish";
        return proof.open().isEmpty() ? act : act + " all the same";
    }

    /// Where a mark's words stand, as the labels of the fields say it.
    static String field(Mark mark) {
        return mark.field().equals("text")
                ? "Body"
                : mark.field().equals("headline") ? "Headline" : "Standfirst";
    }

    /// A fact as the desk checks it.
    ///
    /// @param says where it comes from: `Skjelmose, +0:13, row 3`
    /// @param source as `FactLink` has it
    /// @param row the number of that row, 0 for none
    record FactLine(String text, String source, String says, int row) {}

    /// @param number counted from 1
    record ResultLine(int number, String place, String rider, String time) {}

    record ResultChoice(String number, String title) {}

    /// Under whose names and which topics it stands.
    ///
    /// @param byline the numbers of those whose names stand over it, in their order
    /// @param names everybody whose name may
    /// @param topics what it is about, with commas between
    /// @param allTopics what stories are about here
    record Filing(List<String> byline, List<Name> names, String topics, List<String> allTopics) {
        static final List<String> PLACES = List.of("First", "Second", "Third", "Fourth");

        Filing {
            byline = List.copyOf(byline);
            names = List.copyOf(names);
            allTopics = List.copyOf(allTopics);
        }

        /// The number of the one who stands there in the byline, empty for nobody.
        ///
        /// @param place counted from 0
        String byline(int place) {
            return place < byline.size() ? byline.get(place) : "";
        }
    }

    record Name(String number, String name) {}

    /// A comment and its answers.
    ///
    /// @param doneBy who has said that it is done with, empty while it is not
    record CommentLine(long number, Quote about, List<RemarkLine> remarks, String doneBy) {
        CommentLine {
            remarks = List.copyOf(remarks);
        }
    }

    /// @param own the number by which the one who reads this can change it or take it back; 0 for
    ///   never
    record RemarkLine(String who, String at, String words, long own) {
        boolean mayChange() {
            return own > 0;
        }
    }

    /// A newer version, word for word.
    record Newer(String who, String at, StoryForm words) {}

    /// A save or an act, newest first.
    ///
    /// @param address of the revision, empty for an act
    record Step(String words, String who, String at, String note, String address) {}
}
