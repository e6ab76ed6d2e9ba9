package musette.racing;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One day of a race of several, or half a one.
///
/// @param heldOn null where nobody has told it, like `place` and `metres`
/// @param place where it finished
public record Stage(
        StageNumber number,
        Race.Kind kind,
        @Nullable LocalDate heldOn,
        @Nullable String place,
        @Nullable Integer metres) {}
