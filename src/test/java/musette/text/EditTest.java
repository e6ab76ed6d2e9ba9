package musette.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// What a form brings is cleaned of what no keyboard types, and told where it is too long.
class EditTest {
    @Test
    void a_line_is_one_line_with_single_blanks() {
        var edit =
                new Edit(
                        " Gran\u0000Premio ",
                        "\tIzagirre \r\n wins ",
                        "\u0007",
                        "a\tb\u0001\r\nc\rd");

        assertThat(edit.kicker()).isEqualTo("Gran Premio");
        assertThat(edit.headline()).isEqualTo("Izagirre wins");
        assertThat(edit.standfirst()).isEmpty();
        assertThat(edit.text()).isEqualTo("a\tb\nc\nd");
        assertThat(edit.faults()).isEmpty();
    }

    @Test
    void a_story_needs_a_headline_and_nothing_else() {
        assertThat(new Edit("", "", "", "").faults())
                .containsExactly(new Edit.Fault("headline", "A story needs a headline."));
        assertThat(new Edit("", "H", "", "").faults()).isEmpty();
    }

    @Test
    void every_field_has_its_length_in_letters_as_people_count_them() {
        var longest =
                new Edit("🚴".repeat(100), "h".repeat(200), "s".repeat(400), "t".repeat(200_000));
        assertThat(longest.faults()).isEmpty();

        var longer =
                new Edit("k".repeat(101), "🚴".repeat(201), "s".repeat(401), "t".repeat(200_001));
        assertThat(longer.faults())
                .containsExactly(
                        new Edit.Fault(
                                "kicker", "The kicker is 101 characters long; 100 is the most."),
                        new Edit.Fault(
                                "headline",
                                "The headline is 201 characters long; 200 is the most."),
                        new Edit.Fault(
                                "standfirst",
                                "The standfirst is 401 characters long; 400 is the most."),
                        new Edit.Fault(
                                "text",
                                "The body is 200,001 characters long; 200,000 is the most."));
    }
}
