package musette.desk;

import java.util.List;
import musette.site.Frame;

/// What lies on the desk, by how much it hurries.
record QueuePage(
        Frame frame,
        List<String> stranded,
        List<ChangedStory> changed,
        List<Entry> flashes,
        List<Entry> asked,
        List<Entry> planned,
        List<Entry> growing,
        List<Entry> drafts,
        List<Entry> live,
        List<Entry> withdrawn,
        List<Person> people,
        String restoration) {

    QueuePage {
        stranded = List.copyOf(stranded);
        changed = List.copyOf(changed);
        flashes = List.copyOf(flashes);
        people = List.copyOf(people);
        asked = List.copyOf(asked);
        planned = List.copyOf(planned);
        growing = List.copyOf(growing);
        drafts = List.copyOf(drafts);
        live = List.copyOf(live);
        withdrawn = List.copyOf(withdrawn);
    }

    /// Whose stories may be looked at alone.
    ///
    /// @param number 0 for everybody
    /// @param isShown whether the page shows theirs
    record Person(long number, String name, boolean isShown) {}

    /// A story that says what its result says no longer.
    ///
    /// @param mark whether readers see it
    record ChangedStory(String address, String headline, String mark, List<Change> changes) {
        ChangedStory {
            changes = List.copyOf(changes);
        }
    }

    /// @param before what the old sentence says up to the words that are wrong
    /// @param wrong those words
    /// @param after the rest of it
    /// @param now what the result says, for a table
    /// @param sentence the new sentence, empty when the old one is to be struck
    record Change(
            String source,
            String before,
            String wrong,
            String after,
            String now,
            String sentence) {}

    /// One story in the queue.
    ///
    /// @param detail who and since when, in words
    /// @param mark what is special about it, may be empty
    /// @param isUrgent whether the mark is an alarm
    /// @param comments how many wait to be done with
    record Entry(
            String address,
            String kicker,
            String headline,
            String detail,
            String mark,
            boolean isUrgent,
            int comments) {

        Entry with(int open) {
            return new Entry(address, kicker, headline, detail, mark, isUrgent, open);
        }

        /// `2 comments`, or nothing.
        String said() {
            return switch (comments) {
                case 0 -> "";
                case 1 -> "1 comment";
                default -> comments + " comments";
            };
        }
    }
}
