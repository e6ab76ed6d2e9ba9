package musette.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import musette.text.Document.Inline;
import musette.text.Document.Paragraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// In these tests a fact stands in brackets, `[two seconds]`; its source is its ordinal.
class FactBindingTest {
    private static final Pattern FACT = Pattern.compile("\\[([^\\]]*)\\]");
    private static final String GAPS =
            "[Higuita] finished [two seconds] behind. [Kron] was fourth at [20 seconds].";

    @Test
    void untouched_words_keep_every_fact() {
        assertThat(afterEditing(GAPS, plain(GAPS)))
                .containsExactly("Higuita=1", "two seconds=2", "Kron=3", "20 seconds=4");
    }

    @Test
    void words_put_in_leave_the_facts_alone_and_a_retyped_number_is_none() {
        assertThat(
                        afterEditing(
                                GAPS,
                                "In Estella, Higuita finished just two seconds behind the winner."
                                    + " It rained. And Kron was fourth at 20 seconds, he said."))
                .containsExactly("Higuita=1", "two seconds=2", "Kron=3", "20 seconds=4");
        assertThat(afterEditing(GAPS, plain(GAPS).replace("two seconds", "three seconds")))
                .containsExactly("Higuita=1", "Kron=3", "20 seconds=4");
        for (var other : List.of("13.5 seconds", "1:13 seconds", "113 seconds", "13th seconds")) {
            assertThat(afterEditing("third at [13] seconds", "third at " + other)).isEmpty();
        }
    }

    @Test
    void equal_words_in_another_sentence_are_not_bound() {
        assertThat(
                        afterEditing(
                                "[Kron] was fourth at [20 seconds].",
                                "The break had 20 seconds at the foot of the climb."))
                .isEmpty();
        assertThat(afterEditing("Down by [20 seconds].", "The break had 20 seconds.")).isEmpty();
    }

    @Test
    void a_fact_whose_words_stand_twice_is_let_go() {
        assertThat(
                        afterEditing(
                                "[Kron] was down by [20 seconds].",
                                "Kron was down by 20 seconds, not by 20 seconds more."))
                .containsExactly("Kron=1");
    }

    @Test
    void of_two_sentences_that_read_alike_and_say_other_facts_neither_is_guessed() {
        var both = "Down by [20 seconds]. Then came Kron. Down by [20 seconds]. ";

        assertThat(afterEditing(both, "Then came Kron. Down by 20 seconds.")).isEmpty();
    }

    @Test
    void moved_parted_and_joined_paragraphs_keep_their_facts() {
        var first = "[Izagirre] won for the [second] time.";
        var second = "[Higuita] was [two seconds] down. [Kron] was fourth.";
        var moved =
                "Higuita was two seconds down.\n\n"
                        + "> Kron was fourth. Izagirre won for the second time.";

        assertThat(afterEditing(first + "\n\n" + second, moved))
                .containsExactly("Higuita=3", "two seconds=4", "Kron=5", "Izagirre=1", "second=2");
    }

    @Test
    void a_block_that_stands_as_it_stood_keeps_how_its_words_are_set() {
        var strong = new Inline.Text("won", List.of(new Document.Mark.Strong()));
        var before = new Document(List.of(new Paragraph(List.of(new Inline.Text("He "), strong))));

        assertThat(FactBinding.carry(before, PlainText.read("He won"))).isEqualTo(before);
    }

    @Test
    void whatever_is_typed_the_words_are_the_editors_and_no_fact_is_invented() {
        var random = new Random(20230401);
        var vocabulary =
                List.of("[Kron]", "[20 seconds]", "20", "seconds.", "Kron", "at", ",", "\n\n");
        for (int round = 0; round < 3_000; round++) {
            var before = sentence(vocabulary, random);
            var after = plain(sentence(vocabulary, random));
            var carried = carried(before, after);

            assertThat(PlainText.of(carried)).isEqualTo(PlainText.of(PlainText.read(after)));
            assertThat(named(carried)).isSubsetOf(named(document(before)));
        }
    }

    @Test
    @Timeout(20)
    void the_longest_body_rewritten_throughout_is_saved_all_the_same() {
        var long1 = "[Kron] lost 20 seconds. ".repeat(8_000);
        var long2 = "Serrano gained 13 more. ".repeat(8_000);

        assertThat(afterEditing(long1, long2)).isEmpty();
    }

    private static List<String> afterEditing(String before, String typed) {
        return named(carried(before, typed));
    }

    private static Document carried(String before, String typed) {
        return FactBinding.carry(document(before), PlainText.read(typed));
    }

    private static String plain(String marked) {
        return FACT.matcher(marked).replaceAll("$1");
    }

    private static List<String> named(Document document) {
        return document.facts().stream().map(f -> f.text() + "=" + f.link().source()).toList();
    }

    private static String sentence(List<String> vocabulary, Random random) {
        return Stream.generate(() -> vocabulary.get(random.nextInt(vocabulary.size())))
                .limit(1 + random.nextInt(14))
                .collect(Collectors.joining(" "));
    }

    private static Document document(String marked) {
        var ordinal = new int[1];
        return new Document(
                Stream.of(marked.split("\n\n"))
                        .filter(paragraph -> !paragraph.isBlank())
                        .<Document.Block>map(paragraph -> paragraph(paragraph.strip(), ordinal))
                        .toList());
    }

    private static Paragraph paragraph(String marked, int[] ordinal) {
        var inlines = new ArrayList<Inline>();
        var matcher = FACT.matcher(marked);
        int done = 0;
        while (matcher.find()) {
            inlines.add(new Inline.Text(marked.substring(done, matcher.start())));
            var link = new FactLink("gap", String.valueOf(++ordinal[0]), matcher.group(1));
            inlines.add(new Inline.Fact(matcher.group(1), link));
            done = matcher.end();
        }
        inlines.add(new Inline.Text(marked.substring(done)));
        return new Paragraph(inlines);
    }
}
