package musette.results;

import musette.pages.ResultTables;
import musette.racing.Result;
import musette.racing.Results;
import musette.site.HttpProblem;

/// The part of a long result that a page shows, and the ways to the others. A race for everybody
/// has tens of thousands of riders, and a phone would choke on them.
///
/// @param words `Rows 1,001 to 2,000 of 23,481`
/// @param address of the whole, where a name is asked for
/// @param before the address of the part before; empty where there is none
/// @param after the same of the next one
/// @param name that was asked for; may be empty
record PartOfResult(String words, String address, String before, String after, String name) {
    private static final int ROWS = 1_000;
    private static final int MOST_FOUND = 200;
    private static final int LONGEST_NAME = 100;

    /// The rows to show.
    ///
    /// @param from the first row, 1 for the one on top
    /// @param name beginnings of a name, or a number; rows are found by it in the whole result then
    static Results.Part asked(int from, String name) {
        if (from < 1 || name.length() > LONGEST_NAME) {
            throw none();
        }
        return name.isBlank()
                ? new Results.Part(from, ROWS, "")
                : new Results.Part(1, MOST_FOUND, name.strip());
    }

    /// @param size of the whole result
    static PartOfResult of(Result result, Results.Part part, int size) {
        var address = ResultTables.address(result);
        var shown = result.rows().size();
        if (!part.named().isEmpty()) {
            var words =
                    switch (shown) {
                        case 0 -> "Nobody of %s is called so.".formatted(count(size));
                        case MOST_FOUND ->
                                "The first %d of that name; write more of it to see others."
                                        .formatted(MOST_FOUND);
                        default -> "%s of %s".formatted(count(shown), count(size));
                    };
            return new PartOfResult(words, address, "", "", part.named());
        }
        if (shown == 0) {
            throw none();
        }
        var last = part.first() - 1 + shown;
        return new PartOfResult(
                "Rows %s to %s of %s".formatted(count(part.first()), count(last), count(size)),
                address,
                part.first() == 1 ? "" : from(address, Math.max(1, part.first() - ROWS)),
                last < size ? from(address, last + 1) : "",
                "");
    }

    private static String from(String address, int row) {
        return row == 1 ? address : "%s?from=%d".formatted(address, row);
    }

    private static String count(int rows) {
        return "%,d".formatted(rows);
    }

    private static HttpProblem none() {
        return HttpProblem.notFound("The result has no such rows.");
    }
}
