package musette.racing;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Names one result of an edition: of the whole race or of one of its stages, and by which
/// classification.
///
/// @param stage null for the whole race; with a classification other than `STAGE`, the stage after
///   which it stood so
public record ResultKey(@Nullable StageNumber stage, Classification classification) {
    /// The result of the race itself.
    public static final ResultKey RACE = new ResultKey(null, Classification.GENERAL);

    private static final String STAGE_IN_ADDRESS = "stage-";

    public ResultKey {
        if (stage == null && classification == Classification.STAGE) {
            throw new IllegalArgumentException("the result of a stage needs the stage");
        }
    }

    /// By what riders, or teams, are ranked.
    public enum Classification {
        /// By time over the whole race so far; of a race of one day, its result.
        GENERAL,
        /// A stage's own result.
        STAGE,
        POINTS,
        MOUNTAINS,
        YOUTH,
        TEAMS,
        /// Who starts: the same table before anybody is ranked.
        START_LIST;

        /// Whether points decide, not times.
        public boolean isByPoints() {
            return this == POINTS || this == MOUNTAINS;
        }

        /// As the database, the files and addresses write it.
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /// As people say it.
        String words() {
            return word().replace('-', ' ');
        }

        public static Optional<Classification> of(String word) {
            return Stream.of(values()).filter(it -> it.word().equals(word)).findFirst();
        }
    }

    public boolean isStartList() {
        return classification == Classification.START_LIST;
    }

    public boolean isRace() {
        return equals(RACE);
    }

    /// Whether somebody wins here on the road: the race, or a stage of it.
    public boolean isFinish() {
        return isRace() || classification == Classification.STAGE;
    }

    /// Behind the address of the edition: `/stage-4`, `/stage-4/points`, `/points`, or nothing.
    public String path() {
        var path = stage == null ? "" : "/" + stageInAddress(stage);
        return isFinish() ? path : path + "/" + classification.word();
    }

    private static String stageInAddress(StageNumber stage) {
        return stage.isPrologue() ? stage.word() : STAGE_IN_ADDRESS + stage.word();
    }

    /// Reads what stands behind an edition's address, which may be nothing.
    public static Optional<ResultKey> ofParts(@Nullable String first, @Nullable String second) {
        return first == null ? Optional.of(RACE) : ofPath(first, second);
    }

    /// Reads one or two parts of an address; empty when they name nothing.
    public static Optional<ResultKey> ofPath(String first, @Nullable String second) {
        var word =
                first.startsWith(STAGE_IN_ADDRESS)
                        ? first.substring(STAGE_IN_ADDRESS.length())
                        : first;
        var stage =
                first.startsWith(STAGE_IN_ADDRESS) || first.equals("prologue")
                        ? StageNumber.of(word).orElse(null)
                        : null;
        var classification =
                second == null && stage != null
                        ? Optional.of(Classification.STAGE)
                        : Classification.of(second == null ? first : second);
        return classification
                .filter(it -> (it == Classification.STAGE) == (stage != null && second == null))
                .filter(it -> stage != null || (second == null && it != Classification.GENERAL))
                .map(it -> new ResultKey(stage, it));
    }

    /// `stage 4`, `stage 4, points`, `points`; nothing for the race itself.
    public String words() {
        var words = stage == null ? "" : stage.words();
        if (isFinish()) {
            return words;
        }
        return words.isEmpty() ? classification.words() : words + ", " + classification.words();
    }
}
