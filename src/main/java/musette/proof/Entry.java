package musette.proof;

import musette.racing.Placing;
import org.jspecify.annotations.Nullable;

/// One row of the result, as the proofreader asks it.
///
/// @param row counted from 1
/// @param display the rider's name in print
/// @param team in print, null where nobody noted it
record Entry(
        int row,
        String display,
        String given,
        String family,
        @Nullable String team,
        Placing placing) {}
