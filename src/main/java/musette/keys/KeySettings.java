package musette.keys;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Keys that several programs of one publication share.
///
/// @param shared secrets of 64 hexadecimal digits, the newest first: it signs, and all of them are
///   believed, so a new one is put in front and the oldest taken out a month later; empty for one
///   program alone, which makes its own in the data folder (`openssl rand -hex 32` makes one)
@ConfigurationProperties(value = "musette.keys", ignoreUnknownFields = false)
record KeySettings(@DefaultValue({}) List<String> shared) {

    KeySettings {
        shared = List.copyOf(shared);
        for (var key : shared) {
            if (!key.matches("[0-9a-fA-F]{64}")) {
                throw new IllegalArgumentException(
                        "musette.keys.shared must hold secrets of 64 hexadecimal digits; one of"
                                + " them is not");
            }
        }
    }

    /// Without the keys.
    @Override
    public String toString() {
        return "KeySettings[%d shared]".formatted(shared.size());
    }
}
