package musette.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A file system of its own for a house's data, small enough to be filled. Only root can mount one;
/// for others there is none.
///
/// @param place where it is mounted
record SmallDisk(Path place, boolean isMounted) implements AutoCloseable {
    private static final String SIZE = "size=450m";

    static SmallDisk at(Path folder) {
        var place = ServedHouse.data(folder);
        try {
            Files.createDirectories(place);
            ExternalProcess.output(
                    List.of("mount", "-t", "tmpfs", "-o", SIZE, "tmpfs", place.toString()));
            return new SmallDisk(place, true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (IllegalStateException e) {
            return new SmallDisk(place, false);
        }
    }

    @Override
    public void close() {
        if (isMounted) {
            ExternalProcess.output(List.of("umount", place.toString()));
        }
    }
}
