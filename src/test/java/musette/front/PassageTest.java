package musette.front;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import musette.front.Passage.Embed;
import musette.front.Passage.Run;
import org.junit.jupiter.api.Test;

class PassageTest {
    @Test
    void words_lead_nowhere_within_the_site_or_away_from_it() {
        assertThat(run("Izagirre", "").leads()).isFalse();
        assertThat(run("Izagirre", "").leavesSite()).isFalse();
        assertThat(run("Izagirre", "/riders/ion-izagirre").leads()).isTrue();
        assertThat(run("Izagirre", "/riders/ion-izagirre").leavesSite()).isFalse();
        assertThat(run("the jury", "https://uci.example/").leavesSite()).isTrue();
    }

    @Test
    void a_player_is_called_by_its_caption_or_by_whose_it_is() {
        assertThat(embed(run("The last ", ""), run("kilometre", "")).title())
                .isEqualTo("The last kilometre");
        assertThat(embed().title()).isEqualTo("Vimeo");
        assertThat(embed(run(" ", "")).title()).isEqualTo("Vimeo");
    }

    @Test
    void what_is_only_looked_at_is_not_read() {
        assertThat(embed().isRead()).isFalse();
        assertThat(new Passage.Related("Higuita second", "/higuita-second").isRead()).isFalse();
        assertThat(new Passage.Heading("The last climb").isRead()).isTrue();
        assertThat(new Passage.PullQuote("I waited.").isRead()).isTrue();
        assertThat(new Passage.Paragraph(List.of(run("He won.", ""))).isRead()).isTrue();
    }

    private static Embed embed(Run... caption) {
        return new Embed(
                "https://player.example/1", "https://video.example/1", "Vimeo", List.of(caption));
    }

    private static Run run(String words, String address) {
        return new Run(words, address, false, false);
    }
}
