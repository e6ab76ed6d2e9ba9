package musette.text;

import java.util.List;
import java.util.function.UnaryOperator;
import musette.text.Document.Block;
import musette.text.Document.Paragraph;
import musette.text.Document.TextBlock;

/// A table that somebody wrote; its first row names the columns. The result's own table is no such
/// block, but a place where it stands.
public record Table(List<Row> rows) implements Block {
    public Table {
        rows = List.copyOf(rows);
    }

    /// @param cells a line of words each; rows need not have as many
    public record Row(List<Paragraph> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /// How many cells the longest row has.
    public int width() {
        return rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
    }

    @Override
    public List<TextBlock> texts() {
        return rows.stream()
                .flatMap(row -> row.cells().stream())
                .map(TextBlock.class::cast)
                .toList();
    }

    @Override
    public Block mapped(UnaryOperator<TextBlock> change) {
        return new Table(
                rows.stream()
                        .map(row -> new Row(Document.mappedEach(row.cells(), change)))
                        .toList());
    }
}
