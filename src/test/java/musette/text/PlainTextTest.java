package musette.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import musette.text.Document.Inline;
import musette.text.Document.Listing;
import musette.text.Document.Paragraph;
import musette.text.Document.Quote;
import org.junit.jupiter.api.Test;

class PlainTextTest {
    @Test
    void what_is_typed_comes_back_as_it_was_typed() {
        var typed =
                """
                He won.

                ## The final

                > I waited.
                > Then I went.

                >> Then I went.

                - one
                - two

                1. first
                1. second

                ![0123456789abcdef0123456789abcdef] On the way

                ![ffffffffffffffffffffffffffffffff]

                After it.

                @1680361925 Izagirre attacks.
                @1680361925 Nobody follows.

                ![result]

                | Stage | Day |
                | 1 | 1 July |
                | either \\| or | |

                The end.\
                """;

        assertThat(PlainText.of(PlainText.read(typed))).isEqualTo(typed);
    }

    @Test
    void signs_at_the_start_of_lines_make_lists_and_quotes() {
        var read = PlainText.read("Before\n- one\n- two\n\n> said\nAfter");

        assertThat(read.blocks())
                .containsExactly(
                        paragraph("Before"),
                        new Listing(false, List.of(point("one"), point("two"))),
                        new Quote(List.of(paragraph("said"))),
                        paragraph("After"));
        assertThat(PlainText.read("-13 at the top, 1.5 km to go").blocks())
                .containsExactly(paragraph("-13 at the top, 1.5 km to go"));
    }

    private static Listing.Point point(String words) {
        return new Listing.Point(List.of(paragraph(words)));
    }

    private static Paragraph paragraph(String words) {
        return new Paragraph(List.of(new Inline.Text(words)));
    }
}
