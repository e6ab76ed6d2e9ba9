package musette.letters;

import java.util.List;

/// That an address gets a letter, or would if its owner confirmed.
record Subscription(long id, Newsletter letter, boolean isConfirmed) {

    static List<Newsletter> letters(List<Subscription> rows) {
        return rows.stream().map(Subscription::letter).toList();
    }
}
