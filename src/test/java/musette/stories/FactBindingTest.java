package musette.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import musette.stories.Document.Inline;
import musette.stories.Document.Paragraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// In these tests a fact stands in brackets, `[two seconds]`; its source is its ordinal.
class FactBindingTest {
    private static final Pattern FACT = Pattern.compile("\\[([^\\]]*)\\]");
    private static final String GAPS =
            "[Higuita] finished [two seconds] behind [Izagirre], with [Skjelmose] third at"
                    + " [13 seconds] and [Kron] fourth at [20 seconds].";

    @Test
    void untouched_words_keep_every_fact() {
        assertThat(afterEditing(GAPS, plain(GAPS)))
                .containsExactly(
                        "Higuita=1",
                        "two seconds=2",
                        "Izagirre=3",
                        "Skjelmose=4",
                        "13 seconds=5",
                        "Kron=6",
                        "20 seconds=7");
    }

    @Test
    void words_put_in_before_between_and_behind_leave_the_facts_alone() {
        assertThat(
                        afterEditing(
                                GAPS,
                                "In Estella, Higuita finished just two seconds behind the winner"
                                    + " Izagirre, with the Dane Skjelmose third at 13 seconds and"
                                    + " young Kron fourth at 20 seconds, his best of the year."))
                .hasSize(7);
    }

    @Test
    void a_changed_number_is_no_fact_any_more_and_its_neighbours_still_are() {
        assertThat(afterEditing(GAPS, plain(GAPS).replace("13 seconds", "14 seconds")))
                .containsExactly(
                        "Higuita=1",
                        "two seconds=2",
                        "Izagirre=3",
                        "Skjelmose=4",
                        "Kron=6",
                        "20 seconds=7");
    }

    @Test
    void a_word_put_inside_a_fact_frees_it() {
        assertThat(
                        afterEditing(
                                "Kron was fourth at [20 seconds].",
                                "Kron was fourth at 20 long seconds."))
                .isEmpty();
    }

    @Test
    void a_word_struck_inside_a_fact_frees_it() {
        assertThat(afterEditing("He won [for the second time].", "He won for the time.")).isEmpty();
    }

    @Test
    void a_number_that_grows_by_a_sign_is_another_number() {
        for (var other : List.of("13.5 seconds", "1:13 seconds", "113 seconds", "13th seconds")) {
            assertThat(afterEditing("third at [13] seconds", "third at " + other)).isEmpty();
        }
    }

    @Test
    void a_struck_clause_takes_only_its_own_facts() {
        assertThat(
                        afterEditing(
                                GAPS,
                                "Higuita finished two seconds behind Izagirre, with Skjelmose third"
                                        + " at 13 seconds."))
                .containsExactly(
                        "Higuita=1", "two seconds=2", "Izagirre=3", "Skjelmose=4", "13 seconds=5");
    }

    @Test
    void of_two_equal_gaps_the_one_whose_rider_stays_keeps_its_own_source() {
        var both = "[Skjelmose] came in [20 seconds] down. [Kron] lost [20 seconds] too.";

        assertThat(afterEditing(both, "Kron lost 20 seconds too."))
                .containsExactly("Kron=3", "20 seconds=4");
        assertThat(afterEditing(both, "Skjelmose came in 20 seconds down."))
                .containsExactly("Skjelmose=1", "20 seconds=2");
    }

    @Test
    void of_two_equal_gaps_that_nothing_tells_apart_neither_is_guessed() {
        assertThat(
                        afterEditing(
                                "[20 seconds] for [Kron], [20 seconds] for [Serrano]",
                                "20 seconds for Serrano"))
                .containsExactly("Serrano=4");
    }

    @Test
    void equal_words_typed_somewhere_else_are_not_bound() {
        assertThat(
                        afterEditing(
                                "[Kron] was fourth at [20 seconds].",
                                "The break had 20 seconds at the foot of the climb."))
                .isEmpty();
    }

    @Test
    void a_second_mention_typed_in_front_leaves_the_fact_where_it_was() {
        var carried =
                carried(
                        "Behind them, [Kron] was fourth at [20 seconds].",
                        "With 20 seconds to go they looked round. Behind them, Kron was fourth at"
                                + " 20 seconds.");

        assertThat(carried.text()).endsWith("Kron was fourth at 20 seconds.");
        assertThat(inBrackets(carried))
                .isEqualTo(
                        "With 20 seconds to go they looked round. Behind them, [Kron] was fourth at"
                                + " [20 seconds].");
    }

    @Test
    void a_moved_paragraph_leaves_its_facts_behind_and_the_others_keep_theirs() {
        var first = "[Izagirre] won for the [second] time.";
        var second = "[Higuita] was [two seconds] down after a long chase on the last climb.";
        var third = "[Kron] was fourth at [20 seconds], in front of the first group of favourites.";

        assertThat(
                        afterEditing(
                                first + "\n\n" + second + "\n\n" + third,
                                plain(second + "\n\n" + third + "\n\n" + first)))
                .containsExactly("Higuita=3", "two seconds=4", "Kron=5", "20 seconds=6");
    }

    @Test
    void a_split_paragraph_keeps_its_facts_in_both_halves() {
        assertThat(
                        afterEditing(
                                GAPS,
                                "Higuita finished two seconds behind Izagirre.\n\nSkjelmose was"
                                        + " third at 13 seconds and Kron fourth at 20 seconds."))
                .hasSize(7);
    }

    @Test
    void a_fact_torn_apart_by_a_new_paragraph_is_free() {
        assertThat(afterEditing("Kron lost [20 seconds].", "Kron lost 20\n\nseconds.")).isEmpty();
    }

    @Test
    void a_paragraph_turned_into_a_heading_keeps_its_facts() {
        assertThat(afterEditing("[Izagirre] wins again", "## Izagirre wins again"))
                .containsExactly("Izagirre=1");
    }

    @Test
    void a_fact_inside_a_word_moves_with_the_word() {
        assertThat(afterEditing("[Izagirre]'s second win", "It was Izagirre's second win"))
                .containsExactly("Izagirre=1");
    }

    @Test
    void whatever_is_typed_the_words_are_the_editors_and_no_fact_is_invented() {
        var random = new Random(20230401);
        var vocabulary =
                List.of(
                        "[Kron]",
                        "[20 seconds]",
                        "20",
                        "seconds",
                        "Kron",
                        "at",
                        ",",
                        "and",
                        "\n\n");
        for (int round = 0; round < 3_000; round++) {
            var before = sentence(vocabulary, random);
            var after = plain(sentence(vocabulary, random));
            var carried = carried(before, after);

            assertThat(PlainText.of(carried)).isEqualTo(PlainText.of(PlainText.read(after)));
            assertThat(ordinals(carried)).isSorted().doesNotHaveDuplicates();
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

    private static List<Integer> ordinals(Document document) {
        return document.facts().stream().map(f -> Integer.valueOf(f.link().source())).toList();
    }

    private static String inBrackets(Document document) {
        return document.texts().stream()
                .flatMap(block -> block.inlines().stream())
                .map(inline ->
                        switch (inline) {
                            case Inline.Text text -> text.text();
                            case Inline.Fact fact -> "[" + fact.text() + "]";
                        })
                .collect(Collectors.joining());
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
