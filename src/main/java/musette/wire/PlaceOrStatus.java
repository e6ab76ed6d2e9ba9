package musette.wire;

import java.util.Optional;
import musette.racing.Placing.Status;
import org.jspecify.annotations.Nullable;

/// A row's place, or the code that says why it has none. The code may stand in either column.
record PlaceOrStatus(@Nullable Integer place, Status status) {
    private static final int LAST_PLACE = 99_999;

    static PlaceOrStatus of(Cells cells) {
        var inPlace = Status.of(cells.text("place"));
        var place = inPlace.isPresent() ? null : cells.whole("place", LAST_PLACE);
        var status = status(cells).or(() -> inPlace);
        if (place == null) {
            return new PlaceOrStatus(
                    null,
                    status.filter(code -> code != Status.FINISHED)
                            .orElseThrow(() ->
                                    new ParseException(
                                            "The row has neither a place nor a status.")));
        }
        var code = status.orElse(Status.FINISHED);
        if (code != Status.FINISHED && code != Status.REL) {
            throw new ParseException(
                    "The row has place %d and is %s at once.".formatted(place, code));
        }
        return new PlaceOrStatus(place, code);
    }

    /// Of a row in a start list, where a place means nothing yet: starts, unless it says otherwise.
    static PlaceOrStatus ofStarter(Cells cells) {
        return new PlaceOrStatus(
                null, status(cells).filter(it -> it == Status.DNS).orElse(Status.START));
    }

    private static Optional<Status> status(Cells cells) {
        if (!cells.has("status")) {
            return Optional.empty();
        }
        return Optional.of(
                Status.of(cells.text("status"))
                        .orElseThrow(() ->
                                cells.unclear("status", "one of DNF, DNS, OTL, DSQ, REL, NR")));
    }
}
