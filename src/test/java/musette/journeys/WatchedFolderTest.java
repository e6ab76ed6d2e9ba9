package musette.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import musette.staff.StaffLinks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Results that somebody puts into a folder.
class WatchedFolderTest {
    private static final Instant NOW = Instant.parse("2023-04-01T15:00:00Z");
    private static final String RESULT =
            "# race: Tour of the Folder\n"
                    + "# year: 2023\n"
                    + "place,family,given,team,gap\n"
                    + "1,Doe,Ann,Aurora,\n";

    @TempDir private Path folder;

    @Test
    void a_complete_file_is_brought_in_and_moved_and_what_is_none_is_refused_with_its_reason()
            throws IOException {
        Files.writeString(folder.resolve(".musette-claimed.csv"), result("Tour of the Crash"));
        try (var house =
                House.open(
                        NOW,
                        "musette.push.folder=" + folder,
                        "musette.push.folder-is-trusted=true")) {
            Files.writeString(folder.resolve("result.csv"), RESULT);
            Files.writeString(folder.resolve("noise.csv"), "nothing\n");
            Files.writeString(folder.resolve("coming.csv.part"), RESULT);

            await(() -> isThere(house, "tour-of-the-folder"));
            await(() -> isThere(house, "tour-of-the-crash"));
            await(() -> Files.exists(folder.resolve("refused/noise.csv.txt")));
            await(() -> Files.exists(folder.resolve("taken/claimed.csv")));
            assertThat(Files.readString(folder.resolve("refused/noise.csv.txt")))
                    .contains("does not say which race it is");
            assertThat(folder.resolve("taken/result.csv")).hasContent(RESULT);
            assertThat(folder.resolve("result.csv")).doesNotExist();
            assertThat(folder.resolve("coming.csv.part")).exists();

            Files.writeString(folder.resolve("result.csv"), RESULT + "2,Roe,Bea,Aurora,+0:04\n");
            await(() ->
                    new Visit(house)
                            .get("/races/tour-of-the-folder/2023")
                            .body()
                            .contains("Bea Roe"));
            await(() -> Files.exists(folder.resolve("taken/2-result.csv")));
        }
    }

    @Test
    void a_file_that_still_grows_is_left_alone_and_one_from_a_stranger_waits_for_a_look()
            throws IOException {
        try (var house = House.open(NOW, "musette.push.folder=" + folder)) {
            var growing = folder.resolve("growing.csv");
            for (int i = 0; i < 8; i++) {
                Files.writeString(
                        growing,
                        i == 0 ? RESULT : "%d,Doe-%d,Ann,Aurora,+0:09\n".formatted(i + 1, i),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND);
                LockSupport.parkNanos(300_000_000);
                assertThat(growing).exists();
            }
            await(() -> Files.exists(folder.resolve("taken/growing.csv")));
            assertThat(isThere(house, "tour-of-the-folder")).isFalse();
            var editor = new Visit(house);
            editor.post(house.ask(StaffLinks.class).ownerPath());
            assertThat(editor.get("/desk/results").body()).contains("growing.csv", "the folder");
        }
    }

    @Test
    void a_file_that_is_still_to_be_brought_in_is_not_run_over_by_the_next_of_its_name()
            throws IOException {
        var earlier = folder.resolve(".musette-result.csv");
        Files.createDirectory(folder.resolve("taken"));
        Files.createSymbolicLink(earlier, folder.resolve("taken"));
        Files.writeString(folder.resolve("result.csv"), RESULT);
        try (var house = House.open(NOW, "musette.push.folder=" + folder)) {
            LockSupport.parkNanos(3_000_000_000L);
            assertThat(folder.resolve("result.csv")).hasContent(RESULT);
            Files.delete(earlier);
            await(() -> Files.exists(folder.resolve("taken/result.csv")));
            assertThat(isThere(house, "tour-of-the-folder")).isFalse();
        }
    }

    @Test
    void a_folder_that_is_not_there_stops_the_start_with_a_sentence() {
        assertThatThrownBy(
                        () -> House.open(NOW, "musette.push.folder=" + folder.resolve("nowhere")))
                .rootCause()
                .hasMessageContaining("musette.push.folder must be a folder");
    }

    private static String result(String race) {
        return RESULT.replace("Tour of the Folder", race);
    }

    private static boolean isThere(House house, String slug) {
        return new Visit(house).get("/races/" + slug + "/2023").statusCode() == 200;
    }

    private static void await(BooleanSupplier there) {
        for (int i = 0; i < 200 && !there.getAsBoolean(); i++) {
            LockSupport.parkNanos(100_000_000);
        }
        assertThat(there.getAsBoolean()).isTrue();
    }
}
