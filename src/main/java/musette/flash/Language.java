package musette.flash;

import com.ibm.icu.text.PluralRules;
import com.ibm.icu.text.RuleBasedNumberFormat;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.IntStream;
import musette.racing.Gap;
import musette.text.Document.Inline;

/// The words of the flash in one language: its sentences from a resource, its numbers from ICU.
///
/// House style: one to nine in words, 10 and more in figures, cardinals and ordinals alike; gaps of
/// a minute and more as on a clock.
final class Language {
    private static final int LAST_SPELLED = 9;

    private final Map<String, Sentence> sentences;
    private final List<String> cardinals;
    private final List<String> ordinals;
    private final RuleBasedNumberFormat figures;
    private final PluralRules plurals;

    private Language(Locale locale) {
        sentences = sentences(locale);
        var spelled = new RuleBasedNumberFormat(locale, RuleBasedNumberFormat.SPELLOUT);
        cardinals = spelled(spelled, "%spellout-cardinal");
        ordinals = spelled(spelled, "%spellout-ordinal");
        figures = new RuleBasedNumberFormat(locale, RuleBasedNumberFormat.ORDINAL);
        plurals = PluralRules.forLocale(locale);
    }

    static Language english() {
        return English.ONLY;
    }

    /// Loaded when the first draft asks for it.
    private static final class English {
        static final Language ONLY = new Language(Locale.ENGLISH);
    }

    /// The sentence of that name in the resource; a wrong name is a mistake in this room.
    Sentence sentence(String name) {
        var sentence = sentences.get(name);
        if (sentence == null) {
            throw new IllegalArgumentException("the language has no sentence " + name);
        }
        return sentence;
    }

    /// `six`, `12`.
    String number(int n) {
        return n >= 0 && n <= LAST_SPELLED ? cardinals.get(n) : Integer.toString(n);
    }

    /// `second`, `12th`.
    String ordinal(int n) {
        return n >= 0 && n <= LAST_SPELLED ? ordinals.get(n) : inFigures(n);
    }

    /// ICU's formats keep state while they write.
    private String inFigures(int n) {
        synchronized (figures) {
            return figures.format(n);
        }
    }

    /// `two seconds`, `13 seconds`, `0.35 seconds`, `1:02`. A gap of nothing has no words.
    String gap(Gap gap) {
        if (gap.isNone()) {
            throw new IllegalArgumentException("no gap is told as the same time, never as zero");
        }
        int hundredths = gap.hundredths();
        if (hundredths >= 6_000) {
            return gap.clock().substring(1);
        }
        if (hundredths % 100 != 0) {
            var fraction = "%d.%02d".formatted(hundredths / 100, hundredths % 100);
            return sentence("gap.other").words("n", fraction);
        }
        int seconds = hundredths / 100;
        var form = plurals.select(seconds).equals("one") ? "gap.one" : "gap.other";
        return sentence(form).words("n", number(seconds));
    }

    /// `A, B and C`.
    List<Inline> list(List<List<Inline>> parts) {
        var words = new ArrayList<Inline>();
        for (int i = 0; i < parts.size(); i++) {
            if (i > 0) {
                var joint = i == parts.size() - 1 ? "list.last" : "list.next";
                words.addAll(sentence(joint).filled(new Slots()).orElseThrow());
            }
            words.addAll(parts.get(i));
        }
        return words;
    }

    private static List<String> spelled(RuleBasedNumberFormat format, String rule) {
        return IntStream.rangeClosed(0, LAST_SPELLED)
                .mapToObj(n -> format.format(n, rule))
                .toList();
    }

    private static Map<String, Sentence> sentences(Locale locale) {
        var file = locale.getLanguage() + ".properties";
        var properties = new Properties();
        try (var resource = Language.class.getResourceAsStream(file)) {
            if (resource == null) {
                throw new IllegalStateException("there is no " + file);
            }
            properties.load(new InputStreamReader(resource, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var sentences = new HashMap<String, Sentence>();
        properties.forEach(
                (name, text) -> sentences.put(name.toString(), Sentence.of(text.toString())));
        return sentences;
    }
}
