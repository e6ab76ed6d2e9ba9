package musette.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import musette.text.Document.Heading;
import musette.text.Document.Inline;
import musette.text.Document.Listing;
import musette.text.Document.Mark;
import musette.text.Document.Paragraph;
import musette.text.Document.PullQuote;
import musette.text.Document.Quote;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentJsonTest {
    private static final Document STORY =
            new Document(
                    List.of(
                            new Heading(List.of(new Inline.Text("Quotes: \"s.t.\" \\ <b>"))),
                            new Paragraph(
                                    List.of(
                                            new Inline.Text("Adrià was "),
                                            new Inline.Fact(
                                                    "at the same time",
                                                    new FactLink(
                                                            "gap",
                                                            "result/17/rider/5/gap",
                                                            "same-time")))),
                            new Paragraph(List.of())));

    @Test
    void a_document_comes_back_as_it_went() {
        assertThat(DocumentJson.read(DocumentJson.write(STORY))).isEqualTo(STORY);
    }

    @Test
    void a_table_comes_back_row_by_row_however_long_its_rows_are() {
        var table =
                new Table(
                        List.of(
                                new Table.Row(List.of(cell("Stage"), cell("Day"))),
                                new Table.Row(List.of(new Paragraph(List.of()), cell("1 July"))),
                                new Table.Row(List.of(cell("rest day")))));
        var document = new Document(List.of(table));

        assertThat(DocumentJson.read(DocumentJson.write(document))).isEqualTo(document);
        assertThat(table.width()).isEqualTo(2);
        assertThat(document.mapped(text -> text.with(List.of())).text()).isBlank();
        assertThat(
                        DocumentJson.read("{\"type\":\"doc\",\"content\":[{\"type\":\"table\"}]}")
                                .blocks()
                                .getFirst())
                .as("no table without a row")
                .isInstanceOf(Document.Kept.class);
    }

    private static Paragraph cell(String words) {
        return new Paragraph(List.of(new Inline.Text(words)));
    }

    @Test
    void it_is_written_as_prosemirror_writes_it() {
        var document = new Document(List.of(new Paragraph(List.of(new Inline.Text("He won.")))));

        assertThat(DocumentJson.write(document))
                .isEqualTo(
                        "{\"type\":\"doc\",\"content\":[{\"type\":\"paragraph\",\"content\":"
                                + "[{\"type\":\"text\",\"text\":\"He won.\"}]}]}");
    }

    @Test
    void lists_quotes_and_set_words_come_back_as_they_went() {
        var words =
                new Paragraph(
                        List.of(
                                new Inline.Text(
                                        "He ",
                                        List.of(new Mark.Link("/riders/ion"), new Mark.Strong())),
                                new Inline.Fact(
                                        "won",
                                        new FactLink("placing", "result/17/rider/5/placing", "1"),
                                        List.of(new Mark.Emphasis()))));
        var document =
                new Document(
                        List.of(
                                new Quote(List.of(words, words)),
                                new PullQuote(List.of(new Inline.Text("Alone."))),
                                new Listing(true, List.of(new Listing.Point(List.of(words)))),
                                new Listing(false, List.of(new Listing.Point(List.of(words))))));

        assertThat(DocumentJson.read(DocumentJson.write(document))).isEqualTo(document);
        assertThat(document.facts()).hasSize(4);
        assertThat(document.text()).contains("He won\nHe won", "Alone.");
    }

    @Test
    void what_a_newer_program_wrote_is_shown_in_words_and_kept_as_it_is() {
        var newer =
                """
                {"type":"doc","content":[{"type":"gallery","attrs":{"wide":true},"content":[\
                {"type":"caption","content":[{"type":"text","text":"The podium"}]}]},\
                {"type":"paragraph","content":[{"type":"text","text":"He won."}]}]}\
                """;
        var read = DocumentJson.read(newer);

        assertThat(read.text()).isEqualTo("The podium\n\nHe won.");
        var kept = (Document.Kept) DocumentJson.read(DocumentJson.write(read)).blocks().getFirst();
        assertThat(newer).contains(kept.json());
        assertThat(read).isEqualTo(DocumentJson.read(DocumentJson.write(read)));
    }

    @Test
    void what_was_kept_is_read_again_once_it_is_known() {
        var document = new Document(List.of(new Heading(List.of(new Inline.Text("Kept")))));
        var heading = "{\"type\":\"heading\",\"content\":[{\"type\":\"text\",\"text\":\"Kept\"}]}";
        var kept = new Document(List.of(new Document.Kept(heading, "Kept")));

        assertThat(DocumentJson.read(DocumentJson.write(kept))).isEqualTo(document);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{\"type\":\"paragraph\"}", "17", "{\"type\":\"story\"}"})
    void what_is_no_document_is_refused(String json) {
        assertThatThrownBy(() -> DocumentJson.read(json))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
