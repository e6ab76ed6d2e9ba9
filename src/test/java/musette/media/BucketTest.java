package musette.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import musette.journeys.House;
import musette.staff.Staff;
import musette.store.DataFolder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/// Pictures in S3-compatible storage, in front of a real server.
class BucketTest {
    private static final Instant NOW = Instant.parse("2023-04-01T15:00:00Z");

    @TempDir private static Path folder;

    private static S3Server storage;
    private static House house;

    @BeforeAll
    static void open() throws IOException {
        storage = new S3Server(folder);
        house = open(S3Server.SECRET);
    }

    @AfterAll
    static void close() {
        house.close();
        storage.close();
    }

    @Test
    void what_was_brought_lies_in_the_bucket_and_comes_from_there_where_the_folder_lacks_it()
            throws Exception {
        var picture = bring(house, 1_000, 900);
        assertThat(storage.object(PictureFolder.originalOf(picture.name()))).isNotEmptyFile();
        assertThat(status(picture, 640)).isEqualTo(200);

        assertThat(FileSystemUtils.deleteRecursively(pictures(house))).isTrue();
        assertThat(status(picture, 640)).isEqualTo(200);
        assertThat(pictures(house).resolve(PictureFolder.originalOf(picture.name()))).exists();
    }

    @Test
    void a_key_that_is_not_good_keeps_nothing_and_says_so() throws Exception {
        try (var wrong = open("another secret")) {
            assertThatThrownBy(() -> bring(wrong, 800, 500))
                    .isInstanceOf(PictureRefused.class)
                    .hasMessageContaining("does not take it just now. Nothing was kept");
            assertThat(pictures(wrong)).isEmptyDirectory();
        }
    }

    @Test
    void while_the_storage_is_away_copies_are_there_and_the_rest_waits() throws Exception {
        var picture = bring(house, 1_000, 700);
        assertThat(status(picture, 320)).isEqualTo(200);
        FileSystemUtils.deleteRecursively(
                pictures(house).resolve(PictureFolder.originalOf(picture.name())));
        storage.stop();
        try {
            assertThat(status(picture, 320)).isEqualTo(200);
            var other = house.get(picture.address(Crop.WHOLE, 640, "webp"));
            assertThat(other.statusCode()).isEqualTo(503);
            assertThat(other.body()).contains("The storage for pictures does not answer.");
            assertThatThrownBy(() -> bring(house, 1_000, 800)).isInstanceOf(PictureRefused.class);
        } finally {
            storage.startAgain();
        }
        assertThat(status(picture, 640)).isEqualTo(200);
        assertThat(bring(house, 1_000, 800).height()).isEqualTo(1_000);
    }

    @Test
    void a_bucket_without_a_name_or_a_key_stops_the_start_with_a_sentence() {
        var nameless = URI.create("https://s3.example.org/");
        assertThatThrownBy(() -> new MediaSettings(nameless, "eu-1", "key", "secret"))
                .hasMessageContaining("(https://s3.example.org/my-pictures), not https://s3");
        var bucket = URI.create("https://s3.example.org/my-pictures");
        assertThatThrownBy(() -> new MediaSettings(bucket, "eu-1", "", ""))
                .hasMessageContaining("needs musette.media.bucket-key");
        assertThat(new MediaSettings(bucket, "eu-1", "key", "secret").toString())
                .doesNotContain("secret");
    }

    private static House open(String secret) {
        return House.open(
                NOW,
                "musette.media.bucket=" + storage.bucket(),
                "musette.media.bucket-region=anywhere-1",
                "musette.media.bucket-key=" + S3Server.KEY,
                "musette.media.bucket-secret=" + secret);
    }

    private static Picture bring(House house, int width, int height) throws Exception {
        var owner = house.ask(Staff.class).owner();
        return house.ask(Pictures.class).add(Photographs.fromAPhone(width, height), owner.id());
    }

    private static Path pictures(House house) {
        return house.ask(DataFolder.class).ownerOnly("pictures");
    }

    private static int status(Picture picture, int width) {
        return house.get(picture.address(Crop.WHOLE, width, "webp")).statusCode();
    }
}
