package musette.push;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Results that arrive by themselves.
///
/// @param folder a folder into which results are put, by FTP or by hand; each file there is brought
///   in like one at the desk and moved to `taken` or `refused` below it; empty for none
/// @param folderIsTrusted whether what lies there counts at once; otherwise it waits for a look
@ConfigurationProperties(value = "musette.push", ignoreUnknownFields = false)
record PushSettings(@Nullable Path folder, @DefaultValue("false") boolean folderIsTrusted) {
    PushSettings {
        if (folder != null && !(Files.isDirectory(folder) && Files.isWritable(folder))) {
            throw new IllegalArgumentException(
                    "musette.push.folder must be a folder that this program may write to, not "
                            + folder);
        }
    }
}
