package musette.proof;

import com.ibm.icu.text.RuleBasedNumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Reads numbers, ordinals, gaps and times as people type them.
final class Numbers {
    private static final int LAST_SPELLED = 199;
    private static final int MOST_DIGITS = 6;
    private static final Set<String> SECONDS = Set.of("second", "seconds", "sec", "secs", "s");
    private static final Set<String> MINUTES = Set.of("minute", "minutes", "min", "mins");
    private static final Set<String> ENDINGS = Set.of("st", "nd", "rd", "th");

    private final Lexicon<Integer> cardinals = new Lexicon<>();
    private final Lexicon<Integer> ordinals = new Lexicon<>();

    Numbers() {
        var spelled = new RuleBasedNumberFormat(Locale.ENGLISH, RuleBasedNumberFormat.SPELLOUT);
        for (int n = 1; n <= LAST_SPELLED; n++) {
            cardinals.add(spelled.format(n, "%spellout-cardinal"), n);
            ordinals.add(spelled.format(n, "%spellout-ordinal"), n);
        }
    }

    /// @param length in tokens
    record Count(int value, int length) {}

    /// The same in hundredths of a second.
    ///
    /// @param tolerance see `Item.Gap`
    record Span(int value, int tolerance, int length) {}

    Optional<Count> ordinal(List<Token> tokens, int at) {
        if (tokens.get(at).isNumber() && isAny(tokens, at + 1, ENDINGS)) {
            return whole(tokens.get(at)).map(value -> new Count(value, 2));
        }
        return ordinals.at(tokens, at).map(Numbers::count);
    }

    Optional<Count> cardinal(List<Token> tokens, int at) {
        if (tokens.get(at).isNumber()) {
            return whole(tokens.get(at)).map(value -> new Count(value, 1));
        }
        return cardinals.at(tokens, at).map(Numbers::count);
    }

    private static Count count(Lexicon.Found<Integer> found) {
        return new Count(found.meanings().iterator().next(), found.length());
    }

    /// A time with hours.
    Optional<Span> clock(List<Token> tokens, int at) {
        var token = tokens.get(at);
        return token.text().chars().filter(sign -> sign == ':').count() == 2
                ? colons(token.text()).map(value -> new Span(value, 0, 1))
                : Optional.empty();
    }

    Optional<Span> gap(List<Token> tokens, int at) {
        int from = tokens.get(at).is("+") ? 1 : 0;
        if (at + from >= tokens.size()) {
            return Optional.empty();
        }
        var number = tokens.get(at + from);
        if (number.isNumber() && number.text().contains(":")) {
            return colons(number.text()).map(value -> new Span(value, 0, from + 1));
        }
        var minutes = counted(tokens, at + from, MINUTES);
        if (minutes.isPresent()) {
            int next = from + minutes.get().length();
            int and = isAny(tokens, at + next, Set.of("and")) ? 1 : 0;
            return counted(tokens, at + next + and, SECONDS)
                    .map(seconds ->
                            new Span(
                                    minutes.get().value() * 60 + seconds.value(),
                                    0,
                                    next + and + seconds.length()))
                    .or(() -> Optional.of(new Span(minutes.get().value() * 60, 5_900, next)));
        }
        return counted(tokens, at + from, SECONDS)
                .map(span -> new Span(span.value(), 0, from + span.length()));
    }

    /// `13 seconds` in hundredths; a minute counts sixty of them.
    private Optional<Span> counted(List<Token> tokens, int at, Set<String> unit) {
        if (at >= tokens.size()) {
            return Optional.empty();
        }
        var token = tokens.get(at);
        if (token.isNumber()) {
            int dash = isSign(tokens, at + 1, "-") ? 1 : 0;
            return isAny(tokens, at + 1 + dash, unit)
                    ? fraction(token.text()).map(value -> new Span(value, 0, 2 + dash))
                    : Optional.empty();
        }
        if (token.folded().equals("a") && isAny(tokens, at + 1, unit)) {
            return Optional.of(new Span(100, 0, 2));
        }
        return cardinals
                .at(tokens, at)
                .map(Numbers::count)
                .filter(number -> isAny(tokens, at + number.length(), unit))
                .map(number -> new Span(number.value() * 100, 0, number.length() + 1));
    }

    private static boolean isAny(List<Token> tokens, int at, Set<String> words) {
        return at < tokens.size() && words.contains(tokens.get(at).folded());
    }

    private static boolean isSign(List<Token> tokens, int at, String sign) {
        return at < tokens.size() && tokens.get(at).is(sign);
    }

    private static Optional<Integer> whole(Token token) {
        var digits = token.text().replace(",", "");
        return digits.length() <= MOST_DIGITS && digits.chars().allMatch(Character::isDigit)
                ? Optional.of(Integer.parseInt(digits))
                : Optional.empty();
    }

    /// `13`, `0.35`, `0,35` in hundredths.
    private static Optional<Integer> fraction(String text) {
        var parts = text.replace(',', '.').split("\\.", -1);
        if (parts.length > 2 || parts[0].length() > 4 || !isDigits(parts[0])) {
            return Optional.empty();
        }
        int hundredths = Integer.parseInt(parts[0]) * 100;
        if (parts.length == 1) {
            return Optional.of(hundredths);
        }
        return isDigits(parts[1]) && parts[1].length() <= 2
                ? Optional.of(hundredths + Integer.parseInt((parts[1] + "0").substring(0, 2)))
                : Optional.empty();
    }

    /// `1:02`, `5:09:05`, `20:52.99` in hundredths.
    private static Optional<Integer> colons(String text) {
        var parts = text.split(":", -1);
        var last = fraction(parts[parts.length - 1]);
        int whole = 0;
        for (int i = 0; i < parts.length - 1; i++) {
            if (!isDigits(parts[i]) || parts[i].length() > 3) {
                return Optional.empty();
            }
            whole = (whole + Integer.parseInt(parts[i])) * 60;
        }
        int before = whole * 100;
        return parts.length > 3 ? Optional.empty() : last.map(value -> before + value);
    }

    private static boolean isDigits(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
