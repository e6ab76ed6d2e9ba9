package musette.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.exif.GpsDirectory;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What people bring, and what they should not.
class PictureFileTest {
    private static final int DAMAGES = Integer.getInteger("test.damages", 400);

    @Test
    void a_photograph_is_turned_upright_and_says_who_took_it_and_no_longer_where()
            throws Exception {
        var file = Photographs.fromAPhone(640, 480);
        assertThat(hasPlace(file)).isTrue();

        var read = PictureFile.read(file);

        assertThat(read.pixels().getWidth()).isEqualTo(480);
        assertThat(read.pixels().getHeight()).isEqualTo(640);
        // Its upper left was the camera's lower left.
        assertThat(isRed(read.pixels(), 470, 10)).isTrue();
        assertThat(read.lines().credit()).isEqualTo("Inés Larrañaga / Agencia Ejemplo");
        assertThat(read.lines().caption()).isEqualTo("Izagirre alone on the last climb.");
        var kept = PictureCopies.original(read.pixels());
        assertThat(hasPlace(kept)).isFalse();
        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("Agencia");
    }

    @Test
    void png_and_webp_are_read_and_what_is_see_through_is_white() throws Exception {
        var clear = new BufferedImage(64, 48, BufferedImage.TYPE_INT_ARGB);
        var png = PictureFile.read(Photographs.written(clear, "png"));
        assertThat(new Color(png.pixels().getRGB(30, 20))).isEqualTo(Color.WHITE);
        var webp = PictureFile.read(Photographs.written(Photographs.pixels(300, 200), "webp"));
        assertThat(webp.pixels().getWidth()).isEqualTo(300);
        assertThat(isRed(webp.pixels(), 5, 5)).isTrue();
    }

    @Test
    void a_giant_is_refused_before_it_is_unpacked_and_a_large_one_made_smaller() throws Exception {
        assertThatThrownBy(() -> PictureFile.read(Photographs.bomb(60_000, 60_000)))
                .isInstanceOf(PictureRefused.class)
                .hasMessageContaining("60,000 times 60,000 pixels");
        var giant = PictureFile.read(Photographs.written(Photographs.pixels(7_000, 6_000), "jpeg"));
        assertThat(giant.pixels().getWidth()).isEqualTo(PictureFile.LONGEST);
        var large = PictureFile.read(Photographs.written(Photographs.pixels(7_000, 1_000), "jpeg"));
        assertThat(large.pixels().getWidth()).isEqualTo(PictureFile.LONGEST);
        assertThat(large.pixels().getHeight()).isBetween(450, 460);
    }

    @Test
    void what_is_no_picture_is_refused_with_a_sentence() {
        refused(
                "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>hit()</script></svg>",
                "JPEG, PNG or WebP");
        refused("GIF89a<script>hit()</script>", "JPEG, PNG or WebP");
        refused("\0\0\0\30ftypheic\0\0\0\0", "iPhones");
        refused("", "JPEG, PNG or WebP");
        refused("\u00FF\u00D8\u00FF<html><script>hit()</script>", "seems to end early");
    }

    @Test
    void of_a_file_that_is_two_things_only_the_pixels_go_on() throws Exception {
        var picture = Photographs.written(Photographs.pixels(64, 64), "jpeg");
        var tail = "<script>hit()</script>PK\3\4".getBytes(StandardCharsets.ISO_8859_1);
        var both = java.util.Arrays.copyOf(picture, picture.length + tail.length);
        System.arraycopy(tail, 0, both, picture.length, tail.length);

        var kept = PictureCopies.original(PictureFile.read(both).pixels());

        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("script", "PK\3");
    }

    @Test
    void damaged_files_are_read_or_refused_and_nothing_else() throws Exception {
        var random = new Random(20_261_128);
        for (var whole :
                java.util.List.of(
                        Photographs.fromAPhone(64, 48),
                        Photographs.written(Photographs.pixels(64, 48), "png"),
                        Photographs.written(Photographs.pixels(64, 48), "webp"))) {
            for (int i = 0; i < DAMAGES; i++) {
                var damaged = whole.clone();
                for (int bytes = 1 + random.nextInt(8); bytes > 0; bytes--) {
                    damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
                }
                var cut = java.util.Arrays.copyOf(damaged, random.nextInt(damaged.length) + 1);
                readOrRefused(random.nextBoolean() ? damaged : cut);
            }
        }
    }

    private static void readOrRefused(byte[] file) {
        try {
            PictureFile.read(file);
        } catch (PictureRefused refused) {
            assertThat(refused.sentence()).endsWith(".");
        }
    }

    private static void refused(String file, String why) {
        assertThatThrownBy(() -> PictureFile.read(file.getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOf(PictureRefused.class)
                .hasMessageContaining(why);
    }

    private static boolean hasPlace(byte[] file) throws Exception {
        return ImageMetadataReader.readMetadata(new ByteArrayInputStream(file))
                        .getFirstDirectoryOfType(GpsDirectory.class)
                != null;
    }

    private static boolean isRed(BufferedImage pixels, int x, int y) {
        var colour = new Color(pixels.getRGB(x, y));
        return colour.getRed() > 180 && colour.getGreen() < 90;
    }
}
