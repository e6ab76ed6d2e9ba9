package musette.proof;

import java.util.List;
import java.util.stream.Stream;
import musette.racing.Placing;
import org.jspecify.annotations.Nullable;

/// One row of the result, as the proofreader asks it.
///
/// @param row counted from 1
/// @param name as the result has it
/// @param otherNames what the same rider is also called, where somebody has said so
/// @param team in print, null where nobody noted it
record Entry(int row, Name name, List<Name> otherNames, @Nullable String team, Placing placing) {
    Entry {
        otherNames = List.copyOf(otherNames);
    }

    /// @param display in print
    record Name(String display, String given, String family) {}

    String display() {
        return name.display();
    }

    Stream<Name> names() {
        return Stream.concat(Stream.of(name), otherNames.stream());
    }
}
