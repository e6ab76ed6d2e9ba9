package musette.letters;

import java.util.List;

/// That an address gets a letter, or would if its owner confirmed.
record LetterSubscription(long id, Newsletter letter, boolean isConfirmed) {

    static List<Newsletter> letters(List<LetterSubscription> rows) {
        return rows.stream().map(LetterSubscription::letter).toList();
    }
}
