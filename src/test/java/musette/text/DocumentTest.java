package musette.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import musette.text.Document.Inline;
import musette.text.Document.Listing;
import musette.text.Document.Mark;
import musette.text.Document.Paragraph;
import musette.text.Document.Picture;
import musette.text.Document.Quote;
import musette.text.Document.TextBlock;
import org.junit.jupiter.api.Test;

/// A document is cut into sentences and put together again without losing a word or a fact.
class DocumentTest {
    private static final FactLink GAP = new FactLink("gap", "result/17/rider/5/gap", "same-time");
    private static final FactLink TEAM = new FactLink("team", "result/17/rider/5/team", "12");
    private static final Inline.Fact AT_S_T = new Inline.Fact("s.t. with him", GAP);
    private static final Inline.Fact OF_TEAM = new Inline.Fact("St. Michel", TEAM);

    @Test
    void a_sentence_ends_with_a_full_stop_and_a_blank_outside_of_facts() {
        var paragraph =
                paragraph(text("Adrià was "), AT_S_T, text(". He rides for "), OF_TEAM, text("."));

        assertThat(paragraph.sentences())
                .extracting(TextBlock::text)
                .containsExactly("Adrià was s.t. with him.", "He rides for St. Michel.");
        assertThat(paragraph.sentences().get(1).facts()).containsExactly(OF_TEAM);
    }

    @Test
    void sentences_joined_again_are_the_paragraph_word_for_word() {
        var paragraph =
                paragraph(
                        text("One. Two is "),
                        AT_S_T,
                        new Inline.Text(". Three. ", List.of(new Mark.Strong())),
                        text("Four"));
        var sentences = paragraph.sentences();

        assertThat(sentences)
                .extracting(TextBlock::text)
                .containsExactly("One.", "Two is s.t. with him.", "Three.", "Four");
        assertThat(new Paragraph(Document.joined(sentences)).text()).isEqualTo(paragraph.text());
        assertThat(sentences.get(2).inlines().getFirst().marks())
                .containsExactly(new Mark.Strong());
        assertThat(paragraph(text("No end")).sentences()).hasSize(1);
        assertThat(paragraph().sentences()).containsExactly(paragraph());
    }

    @Test
    void a_fact_that_is_cut_through_is_a_fact_no_more() {
        var paragraph = paragraph(text("Adrià was "), AT_S_T, text("."));

        assertThat(paragraph.cut(0, 10)).containsExactly(text("Adrià was "));
        assertThat(paragraph.cut(10, 24)).containsExactly(AT_S_T, text("."));
        assertThat(paragraph.cut(10, 22)).containsExactly(text("s.t. with hi"));
        assertThat(paragraph.cut(11, 23)).containsExactly(text(".t. with him"));
        assertThat(paragraph.cut(5, 5)).isEmpty();
        assertThat(paragraph.cut(24, 99)).isEmpty();
    }

    @Test
    void the_sentence_that_says_a_fact_is_found_wherever_it_stands() {
        var document =
                new Document(
                        List.of(
                                paragraph(text("Nothing here.")),
                                new Quote(List.of(paragraph(text("I lost. I was "), AT_S_T))),
                                new Listing(
                                        true,
                                        List.of(
                                                new Listing.Point(
                                                        List.of(
                                                                paragraph(
                                                                        OF_TEAM,
                                                                        text(" won."))))))));

        assertThat(document.sentenceSaying(GAP).orElseThrow().text())
                .isEqualTo("I was s.t. with him");
        assertThat(document.sentenceSaying("result/17/rider/5/team").orElseThrow().text())
                .isEqualTo("St. Michel won.");
        assertThat(document.sentenceSaying("result/17/rider/6/team")).isEmpty();
        assertThat(document.sentenceSaying(new FactLink("gap", GAP.source(), "200"))).isEmpty();
        assertThat(document.facts()).containsExactly(AT_S_T, OF_TEAM);
    }

    @Test
    void what_it_shows_is_named_in_order() {
        var document =
                new Document(
                        List.of(
                                new Picture("a".repeat(32), List.of(text("Ion"))),
                                new RelatedStory("izagirre-wins"),
                                new Picture("b".repeat(32), List.of()),
                                new RelatedStory("higuita-second"),
                                new RelatedStory("izagirre-wins")));

        assertThat(document.pictures()).containsExactly("a".repeat(32), "b".repeat(32));
        assertThat(document.related()).containsExactly("izagirre-wins", "higuita-second");
    }

    @Test
    void whatever_is_seen_is_not_blank() {
        assertThat(paragraph().isBlank()).isTrue();
        assertThat(paragraph(text(" ")).isBlank()).isTrue();
        assertThat(new Quote(List.of(paragraph())).isBlank()).isTrue();
        assertThat(new Picture("a".repeat(32), List.of()).isBlank()).isFalse();
        assertThat(new Document.ResultTable().isBlank()).isFalse();
        assertThat(new RelatedStory("izagirre-wins").isBlank()).isFalse();
        assertThat(new Embed("vimeo:76979871", List.of()).isBlank()).isFalse();
        assertThat(new Document.Kept("{}", " ").isBlank()).isTrue();
        assertThat(new Document.Kept("{}", "words").isBlank()).isFalse();
    }

    @Test
    void words_written_anew_leave_the_blocks_as_they_were() {
        var at = Instant.parse("2023-04-01T15:12:00Z");
        var document =
                new Document(
                        List.of(
                                paragraph(text("He won.")),
                                new Document.Heading(List.of(text("The final"))),
                                new Document.PullQuote(List.of(text("Alone"))),
                                new Document.Update(at, List.of(paragraph(text("It rains.")))),
                                new Embed("vimeo:76979871", List.of(text("The final"))),
                                new Document.ResultTable()));

        var loud =
                document.mapped(
                        block -> block.with(List.of(text(block.text().toUpperCase(Locale.ROOT)))));

        assertThat(loud.blocks())
                .containsExactly(
                        paragraph(text("HE WON.")),
                        new Document.Heading(List.of(text("THE FINAL"))),
                        new Document.PullQuote(List.of(text("ALONE"))),
                        new Document.Update(at, List.of(paragraph(text("IT RAINS.")))),
                        new Embed("vimeo:76979871", List.of(text("THE FINAL"))),
                        new Document.ResultTable());
        assertThat(loud.text())
                .isEqualTo("HE WON.\n\nTHE FINAL\n\nALONE\n\nIT RAINS.\n\nTHE FINAL\n\n");
    }

    private static Paragraph paragraph(Inline... inlines) {
        return new Paragraph(List.of(inlines));
    }

    private static Inline.Text text(String words) {
        return new Inline.Text(words);
    }
}
