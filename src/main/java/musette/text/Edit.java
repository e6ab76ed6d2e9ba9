package musette.text;

import java.util.ArrayList;
import java.util.List;

/// What an editor typed, cleaned of what no keyboard types.
///
/// @param text the body as plain words; see `PlainText`
public record Edit(String kicker, String headline, String standfirst, String text) {
    public static final int LONGEST_KICKER = 100;
    public static final int LONGEST_HEADLINE = 200;
    public static final int LONGEST_STANDFIRST = 400;
    public static final int LONGEST_TEXT = 200_000;

    public Edit {
        kicker = line(kicker);
        headline = line(headline);
        standfirst = line(standfirst);
        text =
                text.replace("\r\n", "\n")
                        .replace('\r', '\n')
                        .replaceAll("[\\p{Cntrl}&&[^\n\t]]", "");
    }

    /// A sentence about one field of the form: `kicker`, `headline`, `standfirst` or `text`.
    public record Fault(String field, String sentence) {}

    /// Everything that keeps this from being saved.
    public List<Fault> faults() {
        var faults = new ArrayList<Fault>();
        if (headline.isEmpty()) {
            faults.add(new Fault("headline", "A story needs a headline."));
        }
        faults.addAll(tooLong(kicker, headline, standfirst, text));
        return faults;
    }

    static List<Fault> tooLong(String kicker, String headline, String standfirst, String text) {
        var faults = new ArrayList<Fault>();
        tooLong("kicker", "The kicker", kicker, LONGEST_KICKER, faults);
        tooLong("headline", "The headline", headline, LONGEST_HEADLINE, faults);
        tooLong("standfirst", "The standfirst", standfirst, LONGEST_STANDFIRST, faults);
        tooLong("text", "The body", text, LONGEST_TEXT, faults);
        return faults;
    }

    private static void tooLong(
            String field, String name, String words, int longest, List<Fault> faults) {
        var length = words.codePointCount(0, words.length());
        if (length > longest) {
            faults.add(
                    new Fault(
                            field,
                            "%s is %,d characters long; %,d is the most."
                                    .formatted(name, length, longest)));
        }
    }

    private static String line(String words) {
        return words.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    }
}
