package musette.keys;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import musette.store.DataFolder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/// The keys for what we sign: made in the data folder, one a purpose, or given by the publisher for
/// all programs alike (`musette.keys.shared`).
@EnableConfigurationProperties(KeySettings.class)
@Component
public class KeyRing {
    private final DataFolder folder;
    private final KeySettings settings;

    KeyRing(DataFolder folder, KeySettings settings) {
        this.folder = folder;
        this.settings = settings;
    }

    /// The signature for one purpose, `meter`. Two purposes never share a key: what one signs means
    /// nothing to the other.
    public Signature signature(String purpose) {
        return settings.shared().isEmpty()
                ? new Signature(folder.secret(purpose))
                : new Signature(
                        settings.shared().stream().map(key -> derived(key, purpose)).toList());
    }

    private static byte[] derived(String key, String purpose) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(HexFormat.of().parseHex(key), "HmacSHA256"));
            return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("This Java has no HmacSHA256", e);
        }
    }
}
