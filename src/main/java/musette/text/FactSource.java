package musette.text;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// What a fact was asked of: a cell of a row, the result, the edition, or a question that needs
/// more than one row. Each has one spelling, which stories keep and which is read here only.
///
/// Results, editions and rows are named as the fact's origin names them: `result/17`, `edition/9`,
/// `result/17/rider/5`; of a file that is not in the house, `file/result.csv` and
/// `file/result.csv/line/3`.
public sealed interface FactSource {
    /// As stories keep it.
    String spelled();

    /// `result/17/rider/5/gap`; where teams are ranked, `result/17/team/12/gap`; of somebody whom
    /// nobody has recognised, `result/17/name/diogo-pinto/gap`.
    record Row(String row, Cell cell) implements FactSource {
        private static final Pattern STORED =
                Pattern.compile("result/(\\d{1,18})/((?:rider|team)/\\d{1,18}|name/[^/]{1,300})");

        @Override
        public String spelled() {
            return row + "/" + word(cell);
        }

        /// The number of the result that is in the house; empty for a file's.
        public OptionalLong result() {
            var stored = STORED.matcher(row);
            return stored.matches()
                    ? OptionalLong.of(Long.parseLong(stored.group(1)))
                    : OptionalLong.empty();
        }

        /// @param competitor `rider/5`, `team/12` or `name/diogo-pinto`
        public boolean isAbout(String competitor) {
            var stored = STORED.matcher(row);
            return stored.matches() && stored.group(2).equals(competitor);
        }
    }

    enum Cell {
        RIDER,
        TEAM,
        PLACING,
        GAP,
        TIME
    }

    /// The gap that riders share: `question/gap/result/17/rider/5+result/17/rider/6`.
    record SharedGap(List<String> rows) implements FactSource {
        public SharedGap {
            rows = List.copyOf(rows);
        }

        @Override
        public String spelled() {
            return SHARED_GAP + String.join("+", rows);
        }
    }

    /// `result/17/standing`.
    record OfResult(String result, Property property) implements FactSource {
        @Override
        public String spelled() {
            return result + "/" + word(property);
        }
    }

    enum Property {
        STANDING,
        FINISH,
        COURSE,
        STAGE
    }

    /// `edition/9/year`.
    record Year(String edition) implements FactSource {
        @Override
        public String spelled() {
            return edition + YEAR;
        }
    }

    /// The year of an earlier win, the first being 1: `question/earlier-win/edition/9/rider/5/1`.
    record EarlierWin(String key, int number) implements FactSource {
        @Override
        public String spelled() {
            return EARLIER_WIN + key + "/" + number;
        }
    }

    /// A question whose answer stands in no single row: `question/wins/edition/9/rider/5`.
    ///
    /// @param about the result, the row or the winner that is asked about
    record Asked(Question question, String about) implements FactSource {
        @Override
        public String spelled() {
            return question.start() + about;
        }
    }

    /// What is asked, and of what.
    enum Question {
        /// How many got the winner's time; of a result.
        TOGETHER,
        /// Which win of the winner's it is; like the next, of the edition and its winner.
        WINS,
        /// Which win in a row it is.
        ROW,
        /// In which year somebody from the winner's nation had won last, or `never`; of the
        /// edition, its winner and the nation.
        NATION,
        /// The same of the winner's region.
        REGION,
        /// In which year the rider won the edition before; of the edition and that rider.
        DEFENDING,
        /// How many of the first three are this rider's team's; of a row.
        PODIUM;

        private String start() {
            return "question/%s/".formatted(word(this));
        }
    }

    String SHARED_GAP = "question/gap/";
    String EARLIER_WIN = "question/earlier-win/";
    String YEAR = "/year";

    /// Reads a spelling; empty for one that nothing here writes.
    static Optional<FactSource> of(String spelling) {
        if (spelling.startsWith(SHARED_GAP)) {
            var rows = spelling.substring(SHARED_GAP.length()).split("\\+", -1);
            return Optional.of(new SharedGap(List.of(rows)));
        }
        for (var question : Question.values()) {
            if (spelling.startsWith(question.start())) {
                var about = spelling.substring(question.start().length());
                return Optional.of(new Asked(question, about));
            }
        }
        int slash = spelling.lastIndexOf('/');
        if (slash <= 0) {
            return Optional.empty();
        }
        var before = spelling.substring(0, slash);
        var last = spelling.substring(slash + 1);
        if (spelling.startsWith(EARLIER_WIN)) {
            return last.matches("[0-9]{1,4}")
                    ? Optional.of(
                            new EarlierWin(
                                    before.substring(EARLIER_WIN.length()), Integer.parseInt(last)))
                    : Optional.empty();
        }
        return ofOne(before, last);
    }

    private static Optional<FactSource> ofOne(String whose, String what) {
        if (YEAR.equals("/" + what)) {
            return Optional.of(new Year(whose));
        }
        for (var cell : Cell.values()) {
            if (word(cell).equals(what)) {
                return Optional.of(new Row(whose, cell));
            }
        }
        for (var property : Property.values()) {
            if (word(property).equals(what)) {
                return Optional.of(new OfResult(whose, property));
            }
        }
        return Optional.empty();
    }

    private static String word(Enum<?> what) {
        return what.name().toLowerCase(Locale.ROOT);
    }
}
