package musette.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import musette.stories.Document.Heading;
import musette.stories.Document.Inline;
import musette.stories.Document.Paragraph;
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
    void it_is_written_as_prosemirror_writes_it() {
        var document = new Document(List.of(new Paragraph(List.of(new Inline.Text("He won.")))));

        assertThat(DocumentJson.write(document))
                .isEqualTo(
                        "{\"type\":\"doc\",\"content\":[{\"type\":\"paragraph\",\"content\":"
                                + "[{\"type\":\"text\",\"text\":\"He won.\"}]}]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{\"type\":\"paragraph\"}",
                "{\"type\":\"doc\",\"content\":[{\"type\":\"script\"}]}",
                "{\"type\":\"doc\",\"content\":[{\"type\":\"paragraph\",\"content\":[{\"type\":\"text\"}]}]}",
                "{\"type\":\"doc\",\"content\":[{\"type\":\"paragraph\",\"content\":[{\"type\":\"fact\"}]}]}"
            })
    void what_the_schema_does_not_know_is_refused(String json) {
        assertThatThrownBy(() -> DocumentJson.read(json))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
