package musette.racing;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Which stage of an edition: `4`, `13a` for the first half of a split one, or `prologue`.
///
/// @param number 0 for a prologue
/// @param part `a`, `b`, or empty
public record StageNumber(int number, String part) {
    private static final Pattern FORM = Pattern.compile("([1-9][0-9]?)([a-c]?)");
    private static final String PROLOGUE = "prologue";

    /// Reads a number as files and addresses write it.
    public static Optional<StageNumber> of(String text) {
        var word = text.strip().toLowerCase(Locale.ROOT);
        if (word.equals(PROLOGUE)) {
            return Optional.of(new StageNumber(0, ""));
        }
        return Optional.of(FORM.matcher(word))
                .filter(form -> form.matches())
                .map(form -> new StageNumber(Integer.parseInt(form.group(1)), form.group(2)));
    }

    public boolean isPrologue() {
        return number == 0;
    }

    /// As files and addresses write it.
    public String word() {
        return isPrologue() ? PROLOGUE : number + part;
    }

    /// `stage 13a`, `prologue`.
    public String words() {
        return isPrologue() ? PROLOGUE : "stage " + word();
    }
}
