package musette.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import musette.store.DataFolder;

/// Key rings for tests of other rooms.
public final class TestKeys {
    private TestKeys() {}

    /// One that makes its own keys, as a house without settings does.
    public static KeyRing own() {
        try {
            var folder = Files.createDirectories(Path.of("target", "test-keys"));
            return new KeyRing(DataFolder.at(folder), new KeySettings(List.of()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
