package musette.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import musette.store.DataFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShareCardsTest {
    private static final List<ShareCard.Line> PODIUM =
            List.of(
                    new ShareCard.Line("1", "Ion Izagirre", "5:09:05"),
                    new ShareCard.Line("2", "Sergio Higuita", "+0:02"),
                    new ShareCard.Line("3", "Mattias Skjelmose", "+0:13"));
    private static final ShareCard CARD =
            new ShareCard(
                    "Musette",
                    "Gran Premio Miguel Indurain",
                    "Ion Izagirre wins Gran Premio Miguel Indurain for the second time",
                    PODIUM);

    @TempDir private Path folder;

    @Test
    void a_card_says_headline_and_first_three_in_the_colours_of_the_site() throws IOException {
        var bytes = new ShareCards(new DataFolder(folder)).png(CARD).orElseThrow();
        keep(bytes, "podium");

        var pixels = ImageIO.read(new ByteArrayInputStream(bytes));
        assertThat(pixels.getWidth()).isEqualTo(1_200);
        assertThat(pixels.getHeight()).isEqualTo(630);
        assertThat(new Color(pixels.getRGB(2, 2))).isEqualTo(new Color(0xFB_F9_F4));
        assertThat(new Color(pixels.getRGB(70, 80))).isEqualTo(new Color(0xB3_26_1E));
        assertThat(ink(bytes)).isGreaterThan(8_000);
    }

    @Test
    void every_word_that_differs_makes_another_card_and_the_same_words_the_same() {
        var other =
                new ShareCard(CARD.site(), CARD.kicker(), CARD.headline(), PODIUM.subList(0, 2));

        assertThat(other.name()).isNotEqualTo(CARD.name()).matches("[0-9a-f]{16}");
        assertThat(new ShareCard(CARD.site(), CARD.kicker(), CARD.headline(), PODIUM).name())
                .isEqualTo(CARD.name());
    }

    @Test
    void however_long_the_words_are_nothing_leaves_the_card() throws IOException {
        var cards = new ShareCards(new DataFolder(folder));
        var name = "Donaudampfschifffahrtsgesellschaftskapitänsmütze ".repeat(4).strip();
        for (var headline : List.of(name, "W".repeat(200), "Kort", "a b ".repeat(50))) {
            var lines =
                    List.of(
                            new ShareCard.Line("1", name, "5:09:05"),
                            new ShareCard.Line("DNF", "Tadej Pogačar", ""));
            var bytes = cards.png(new ShareCard("Musette", name, headline, lines)).orElseThrow();
            keep(bytes, "long-" + headline.length());
            var pixels = ImageIO.read(new ByteArrayInputStream(bytes));
            for (int y = 0; y < 630; y++) {
                assertThat(pixels.getRGB(1_190, y)).isEqualTo(pixels.getRGB(0, 0));
            }
            for (int x = 0; x < 1_200; x++) {
                assertThat(pixels.getRGB(x, 622)).isEqualTo(pixels.getRGB(0, 0));
            }
        }
    }

    @Test
    void letters_that_our_faces_lack_make_no_card_of_boxes() {
        var cards = new ShareCards(new DataFolder(folder));

        assertThat(cards.canDraw(new ShareCard("Musette", "", "Țîrlea, Łukasz, Søren", List.of())))
                .isTrue();
        assertThat(cards.png(new ShareCard("Musette", "", "新城幸也", List.of()))).isEmpty();
    }

    private static long ink(byte[] bytes) throws IOException {
        var pixels = ImageIO.read(new ByteArrayInputStream(bytes));
        var ink = new Color(0x17_15_0F).getRGB();
        long count = 0;
        for (int y = 0; y < pixels.getHeight(); y++) {
            for (int x = 0; x < pixels.getWidth(); x++) {
                count += pixels.getRGB(x, y) == ink ? 1 : 0;
            }
        }
        return count;
    }

    /// For people to look at.
    private static void keep(byte[] bytes, String name) throws IOException {
        var file = Path.of("target", "pictures", "cards", name + ".png");
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }
}
