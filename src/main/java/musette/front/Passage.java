package musette.front;

import java.util.List;
import java.util.stream.Collectors;
import musette.pages.ResultTable;
import musette.stories.Document;

/// A paragraph or a heading as readers see it.
///
/// @param runs its words in order; some lead to a page
record Passage(boolean isHeading, List<ResultTable.Name> runs) {
    Passage {
        runs = List.copyOf(runs);
    }

    /// Without links.
    static Passage of(Document.Block block) {
        return new Passage(
                block instanceof Document.Heading, List.of(new ResultTable.Name(block.text(), "")));
    }

    String words() {
        return runs.stream().map(ResultTable.Name::words).collect(Collectors.joining());
    }
}
