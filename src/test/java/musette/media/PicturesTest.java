package musette.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import musette.store.DataFolder;
import musette.store.RolledBack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class PicturesTest extends RolledBack {
    private static final long ANE = 1;

    @TempDir static Path folder;

    private final Pictures pictures;

    PicturesTest(JdbcClient sql, TransactionTemplate transaction) {
        super(sql, transaction);
        pictures =
                new Pictures(
                        sql,
                        Clock.fixed(Instant.parse("2023-04-01T15:12:00Z"), ZoneOffset.UTC),
                        new DataFolder(folder),
                        MediaSettings.FOLDER);
    }

    @Test
    void a_picture_is_upright_and_bears_what_the_agency_wrote_into_it() throws Exception {
        var picture = pictures.add(Photographs.fromAPhone(60, 40), ANE);

        assertThat(picture.width()).isEqualTo(40);
        assertThat(picture.height()).isEqualTo(60);
        assertThat(picture.credit()).isNotBlank();
        assertThat(picture.caption()).isNotBlank();
        assertThat(picture.alt()).isEmpty();
        assertThat(picture.isReady()).isFalse();
        assertThat(picture.name()).matches("[0-9a-f]{32}");
    }

    @Test
    void the_same_file_brought_again_is_the_picture_that_is_there() throws Exception {
        var file = Photographs.written(Photographs.pixels(60, 40), "png");
        var first = pictures.add(file, ANE);
        describe(first.name(), "The last climb", "Nerea Díaz");

        var again = pictures.add(file, 2);

        assertThat(again.name()).isEqualTo(first.name());
        assertThat(again.alt()).isEqualTo("The last climb");
    }

    @Test
    void readers_see_a_picture_once_it_says_what_it_shows_and_who_took_it() throws Exception {
        var name = pictures.add(Photographs.written(Photographs.pixels(60, 40), "png"), ANE).name();
        assertThat(pictures.areReady(List.of(name))).isFalse();

        describe(name, "", "Nerea Díaz");
        assertThat(pictures.areReady(List.of(name))).isFalse();
        describe(name, "The last climb", "");
        assertThat(pictures.areReady(List.of(name))).isFalse();
        describe(name, "The last climb", "Nerea Díaz");
        assertThat(pictures.areReady(List.of(name))).isTrue();

        pictures.describe(name, "", true, "Nerea Díaz", new Picture.Focus(50, 50));
        assertThat(pictures.areReady(List.of(name))).isTrue();
        assertThat(pictures.areReady(List.of(name, "nothing-of-that-name"))).isFalse();
        assertThat(pictures.areReady(List.of())).isTrue();
    }

    @Test
    void its_copies_are_made_anew_only_when_the_focus_moves() throws Exception {
        var first = pictures.add(Photographs.written(Photographs.pixels(60, 40), "png"), ANE);

        pictures.describe(first.name(), "The climb", false, "Nerea Díaz", first.focus());
        assertThat(now(first).version()).isEqualTo(first.version());

        pictures.describe(
                first.name(), "The climb", false, "Nerea Díaz", new Picture.Focus(10, 90));
        assertThat(now(first).version()).isEqualTo(first.version() + 1);
        assertThat(now(first).focus()).isEqualTo(new Picture.Focus(10, 90));
    }

    @Test
    void several_are_asked_for_at_once() throws Exception {
        var one = pictures.add(Photographs.written(Photographs.pixels(60, 40), "png"), ANE);
        var other = pictures.add(Photographs.written(Photographs.pixels(40, 60), "png"), ANE);

        assertThat(pictures.byNames(List.of(one.name(), other.name(), "none")))
                .containsOnlyKeys(one.name(), other.name());
        assertThat(pictures.byNames(List.of())).isEmpty();
        assertThat(pictures.byName("none")).isEmpty();
    }

    @Test
    void what_is_no_picture_is_refused_and_leaves_nothing() {
        for (var file : List.of("", "no picture", "<svg xmlns='http://www.w3.org/2000/svg'/>")) {
            assertThatThrownBy(() -> pictures.add(file.getBytes(StandardCharsets.UTF_8), ANE))
                    .isInstanceOf(PictureRefused.class);
        }
        assertThat(sql.sql("SELECT count(*) FROM picture").query(Long.class).single()).isZero();
    }

    private Picture now(Picture picture) {
        return pictures.byName(picture.name()).orElseThrow();
    }

    private void describe(String name, String alt, String credit) {
        pictures.describe(name, alt, false, credit, new Picture.Focus(50, 50));
    }
}
