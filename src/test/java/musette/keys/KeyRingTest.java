package musette.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import musette.store.DataFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyRingTest {
    private static final String OLD = "0".repeat(64);
    private static final String NEW = "f".repeat(64);
    private static final byte[] WORDS = "story 7".getBytes(StandardCharsets.UTF_8);

    @TempDir Path folder;

    @Test
    void two_programs_with_one_shared_key_believe_each_other() {
        var proof = ring(OLD).signature("meter").of(WORDS);

        assertThat(ring(OLD).signature("meter").proves(WORDS, proof)).isTrue();
    }

    @Test
    void the_newest_key_signs_and_all_are_believed() {
        var before = ring(OLD).signature("meter").of(WORDS);
        var turned = ring(NEW, OLD).signature("meter");
        var after = turned.of(WORDS);

        assertThat(turned.proves(WORDS, before)).isTrue();
        assertThat(ring(NEW).signature("meter").proves(WORDS, after)).isTrue();
        assertThat(ring(NEW).signature("meter").proves(WORDS, before)).isFalse();
    }

    @Test
    void what_is_signed_for_one_purpose_means_nothing_for_another() {
        var proof = ring(OLD).signature("letter-leave").of(WORDS);

        assertThat(ring(OLD).signature("meter").proves(WORDS, proof)).isFalse();
    }

    @Test
    void without_a_setting_the_folder_keeps_its_own() throws IOException {
        var proof = ring().signature("meter").of(WORDS);

        assertThat(ring().signature("meter").proves(WORDS, proof)).isTrue();
        assertThat(folder.resolve("keys/meter")).exists();
        assertThat(Files.getPosixFilePermissions(folder.resolve("keys/meter")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void what_is_no_key_stops_the_start_and_is_not_printed() {
        assertThatThrownBy(() -> ring("hunter2"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("musette.keys.shared")
                .hasMessageNotContaining("hunter2");
        assertThat(new KeySettings(List.of(OLD)).toString()).doesNotContain(OLD);
    }

    private KeyRing ring(String... shared) {
        return new KeyRing(DataFolder.at(folder), new KeySettings(List.of(shared)));
    }
}
