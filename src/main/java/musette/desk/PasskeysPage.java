package musette.desk;

import java.util.List;
import musette.site.Frame;

/// The passkeys of whoever asks.
record PasskeysPage(Frame frame, List<Line> passkeys, String notice) {
    PasskeysPage {
        passkeys = List.copyOf(passkeys);
    }

    /// @param used when it let somebody in, in words
    record Line(String name, String added, String used, String removal) {}
}
