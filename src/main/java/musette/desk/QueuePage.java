package musette.desk;

import java.util.List;
import musette.site.Frame;

/// What lies on the desk, by how much it hurries.
record QueuePage(
        Frame frame,
        List<String> stranded,
        List<Entry> flashes,
        List<Entry> growing,
        List<Entry> drafts,
        List<Entry> live,
        List<Entry> withdrawn,
        String restoration) {

    QueuePage {
        stranded = List.copyOf(stranded);
        flashes = List.copyOf(flashes);
        growing = List.copyOf(growing);
        drafts = List.copyOf(drafts);
        live = List.copyOf(live);
        withdrawn = List.copyOf(withdrawn);
    }

    /// One story in the queue.
    ///
    /// @param detail who and since when, in words
    /// @param mark what is special about it, may be empty
    /// @param isUrgent whether the mark is an alarm
    record Entry(
            String address,
            String kicker,
            String headline,
            String detail,
            String mark,
            boolean isUrgent) {}
}
