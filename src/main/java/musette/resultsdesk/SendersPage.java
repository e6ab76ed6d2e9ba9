package musette.resultsdesk;

import java.util.List;
import musette.site.Frame;

/// The programs that may send results, and a form for one more.
///
/// @param races names to choose from
/// @param typed kept when nothing was made
/// @param token of the one that was just made; empty otherwise
/// @param address where files are sent to
/// @param problem why nothing was made, may be empty
record SendersPage(
        Frame frame,
        List<Line> senders,
        List<String> races,
        Typed typed,
        String token,
        String address,
        String problem) {
    SendersPage {
        senders = List.copyOf(senders);
        races = List.copyOf(races);
    }

    record Typed(String name, String race, boolean live) {
        static final Typed NOTHING = new Typed("", "", false);
    }

    /// @param end where it is ended
    /// @param detail when it sent last, and who made it
    record Line(String end, String name, String scope, String effect, String detail) {}

    String example() {
        return "curl -H 'Authorization: Bearer %s' -H 'Content-Type: text/csv' --data-binary @result.csv %s"
                .formatted(token, address);
    }
}
