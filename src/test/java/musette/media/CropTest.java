package musette.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Rectangle;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every crop is the largest of its shape, and what the focus names is in it.
class CropTest {
    @ParameterizedTest
    @CsvSource({
        "WHOLE, 3000, 2000, 500, 500, 0, 0, 3000, 2000",
        "WIDE, 3000, 2000, 500, 500, 0, 157, 3000, 1687",
        "WIDE, 3000, 2000, 500, 0, 0, 0, 3000, 1687",
        "WIDE, 3000, 2000, 500, 1000, 0, 313, 3000, 1687",
        "LANDSCAPE, 3000, 2000, 500, 500, 167, 0, 2666, 2000",
        "SQUARE, 3000, 2000, 500, 500, 500, 0, 2000, 2000",
        "SQUARE, 3000, 2000, 0, 500, 0, 0, 2000, 2000",
        "SQUARE, 3000, 2000, 1000, 500, 1000, 0, 2000, 2000",
        "SQUARE, 2000, 3000, 500, 100, 0, 0, 2000, 2000",
        "WIDE, 1, 5000, 500, 500, 0, 2500, 1, 1",
        "SQUARE, 5000, 1, 500, 500, 2500, 0, 1, 1"
    })
    void the_largest_part_of_the_shape_with_the_focus_in_its_middle(
            Crop crop,
            int width,
            int height,
            int focusX,
            int focusY,
            int x,
            int y,
            int cutWidth,
            int cutHeight) {
        assertThat(crop.of(picture(width, height, focusX, focusY)))
                .isEqualTo(new Rectangle(x, y, cutWidth, cutHeight));
    }

    @Test
    void no_crop_leaves_the_picture_or_loses_its_focus() {
        for (var crop : Crop.values()) {
            for (int focus = 0; focus <= 1_000; focus += 50) {
                var picture = picture(1_733, 977, focus, 1_000 - focus);
                var cut = crop.of(picture);
                assertThat(new Rectangle(1_733, 977).contains(cut)).as(crop + " " + focus).isTrue();
                assertThat(cut.x * 1_000).isLessThanOrEqualTo(focus * 1_733);
                assertThat((cut.x + cut.width) * 1_000).isGreaterThanOrEqualTo(focus * 1_733);
            }
        }
    }

    @Test
    void addresses_name_a_crop_by_a_word_of_its_own() {
        assertThat(Stream.of(Crop.values()).map(Crop::word))
                .containsExactly("whole", "16x9", "4x3", "1x1");
        for (var crop : Crop.values()) {
            assertThat(Crop.of(crop.word())).contains(crop);
        }
        assertThat(Crop.of("2x1")).isEmpty();
    }

    @Test
    void nothing_is_enlarged() {
        assertThat(picture(3_000, 2_000, 500, 500).widths(Crop.WHOLE))
                .containsExactly(320, 640, 960, 1_280, 1_920, 2_560);
        assertThat(picture(1_000, 2_000, 500, 500).widths(Crop.WIDE))
                .containsExactly(320, 640, 960);
        assertThat(picture(640, 480, 500, 500).widths(Crop.SQUARE)).containsExactly(320);
        assertThat(picture(300, 200, 500, 500).widths(Crop.WHOLE)).containsExactly(300);
    }

    @Test
    void a_place_gets_the_narrowest_copy_that_fills_it() {
        var picture = picture(1_400, 900, 500, 500);

        assertThat(picture.widthFrom(Crop.WHOLE, 1)).isEqualTo(320);
        assertThat(picture.widthFrom(Crop.WHOLE, 640)).isEqualTo(640);
        assertThat(picture.widthFrom(Crop.WHOLE, 641)).isEqualTo(960);
        assertThat(picture.widthFrom(Crop.WHOLE, 4_000)).isEqualTo(1_280);
        assertThat(picture.height(Crop.WIDE, 960)).isEqualTo(540);
        assertThat(picture.height(Crop.SQUARE, 320)).isEqualTo(320);
        assertThat(picture(5_000, 1, 500, 500).height(Crop.WHOLE, 320)).isEqualTo(1);
        assertThat(picture.address(Crop.WIDE, 960, "webp"))
                .isEqualTo("/pictures/" + "a".repeat(32) + "/3/16x9-960.webp");
    }

    @Test
    void readers_see_what_is_described_and_credited() {
        assertThat(told("Ion wins", false, "Ana").isReady()).isTrue();
        assertThat(told("", true, "Ana").isReady()).isTrue();
        assertThat(told(" ", false, "Ana").isReady()).isFalse();
        assertThat(told("Ion wins", false, " ").isReady()).isFalse();
        assertThat(told("", true, "").isReady()).isFalse();
    }

    @Test
    void a_focus_outside_is_one_at_the_edge() {
        assertThat(new Picture.Focus(-5, 1_001)).isEqualTo(new Picture.Focus(0, 1_000));
    }

    private static Picture told(String alt, boolean isDecorative, String credit) {
        return new Picture(
                "a".repeat(32),
                3,
                100,
                100,
                alt,
                isDecorative,
                credit,
                "",
                new Picture.Focus(500, 500));
    }

    private static Picture picture(int width, int height, int focusX, int focusY) {
        return new Picture(
                "a".repeat(32),
                3,
                width,
                height,
                "",
                true,
                "Ana",
                "",
                new Picture.Focus(focusX, focusY));
    }
}
