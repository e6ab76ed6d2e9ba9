package musette.site;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/// Text made small for the way (RFC 1952). It is done here and not by the web server, because what
/// is shown to many is compressed once and kept.
public final class Gzip {
    private Gzip() {}

    public static byte[] of(byte[] plain) {
        var small = new ByteArrayOutputStream(plain.length / 3);
        try (var out = new GZIPOutputStream(small)) {
            out.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return small.toByteArray();
    }

    /// Whether a browser takes it, RFC 9110, section 12.5.3: `gzip` counts unless its weight is
    /// nothing.
    ///
    /// @param accepts the header `Accept-Encoding`
    public static boolean isTaken(@Nullable String accepts) {
        if (accepts == null) {
            return false;
        }
        for (var coding : accepts.split(",", -1)) {
            var parts = coding.strip().split("\\s*;\\s*", 2);
            if (parts[0].equalsIgnoreCase("gzip")) {
                return parts.length == 1 || !parts[1].matches("(?i)q\\s*=\\s*0(\\.0*)?\\s*");
            }
        }
        return false;
    }
}
