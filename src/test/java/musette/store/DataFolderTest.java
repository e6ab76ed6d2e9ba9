package musette.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The folder that must survive is its owner's alone, and one program's at a time.
class DataFolderTest {
    @TempDir private Path temporary;

    @Test
    void it_is_made_where_it_is_not_there_and_nobody_else_may_enter() throws IOException {
        var folder = DataFolder.at(temporary.resolve("a/b/data"));

        assertThat(folder.path()).isDirectory();
        assertThat(permissions(folder.path())).isEqualTo("rwx------");
        assertThat(new DataFolder(temporary.resolve("a/../a/b/data"))).isEqualTo(folder);
    }

    @Test
    void one_that_was_open_to_others_is_closed_with_all_that_is_in_it() throws IOException {
        var open = Files.createDirectory(temporary.resolve("open"));
        var inside = Files.writeString(open.resolve("notes"), "x");
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(inside, PosixFilePermissions.fromString("rw-rw-r--"));

        DataFolder.at(open);

        assertThat(permissions(open)).isEqualTo("rwx------");
        assertThat(permissions(inside)).isEqualTo("rw-------");
    }

    @Test
    void what_a_link_points_at_elsewhere_is_left_alone() throws IOException {
        var elsewhere = Files.writeString(temporary.resolve("elsewhere"), "x");
        Files.setPosixFilePermissions(elsewhere, PosixFilePermissions.fromString("rw-r--r--"));
        var data = Files.createDirectory(temporary.resolve("data"));
        Files.createSymbolicLink(data.resolve("link"), elsewhere);

        DataFolder.at(data);

        assertThat(permissions(elsewhere)).isEqualTo("rw-r--r--");
    }

    @Test
    void a_file_in_its_place_is_told_with_what_helps() throws IOException {
        var file = Files.writeString(temporary.resolve("results.csv"), "place");

        assertThatThrownBy(() -> DataFolder.at(file))
                .isInstanceOf(CannotStart.class)
                .hasMessage(file + " is a file, not a folder; choose another with --data.");
        assertThatThrownBy(() -> DataFolder.at(file.resolve("below")))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("can't be made; choose another with --data.");
    }

    @Test
    void a_secret_is_made_once_and_is_the_owner_s() throws IOException {
        var folder = DataFolder.at(temporary.resolve("data"));
        var secret = folder.secret("operator");

        assertThat(secret).hasSize(32).isNotEqualTo(new byte[32]);
        assertThat(folder.secret("operator")).isEqualTo(secret);
        assertThat(folder.secret("another")).isNotEqualTo(secret);
        assertThat(permissions(folder.path().resolve("keys"))).isEqualTo("rwx------");
        assertThat(permissions(folder.secretFile("operator"))).isEqualTo("rw-------");
        assertThat(folder.path().resolve("keys/operator.new")).doesNotExist();
    }

    @Test
    void a_secret_that_was_spoiled_is_never_made_anew_in_silence() throws IOException {
        var folder = DataFolder.at(temporary.resolve("data"));
        folder.secret("operator");
        Files.writeString(folder.secretFile("operator"), "not hexadecimal");

        assertThatThrownBy(() -> folder.secret("operator"))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("can't be used");
    }

    @Test
    void half_a_key_left_by_a_crash_is_written_over() throws IOException {
        var folder = DataFolder.at(temporary.resolve("data"));
        Files.writeString(folder.ownerOnly("keys").resolve("operator.new"), "abc");

        assertThat(folder.secret("operator")).hasSize(32);
    }

    @Test
    void one_program_has_it_at_a_time() throws IOException {
        var folder = DataFolder.at(temporary.resolve("data"));
        try (var held = folder.lock().orElseThrow()) {
            assertThat(held.isValid()).isTrue();
            assertThat(DataFolder.at(folder.path()).lock()).isEmpty();
        }
        try (var again = folder.lock().orElseThrow()) {
            assertThat(again.isValid()).isTrue();
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
