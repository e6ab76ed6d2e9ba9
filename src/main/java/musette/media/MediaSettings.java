package musette.media;

import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where pictures are kept.
///
/// @param bucket a bucket of S3-compatible storage, as an address that ends in its name
///   (`https://s3.example.org/my-pictures`, with a folder behind it if you like); every picture
///   that is brought is kept there, too, and several programs share it; empty for the data folder
///   alone
/// @param bucketRegion what the storage calls its region; most that are not Amazon's take any
/// @param bucketKey the name of the key that may read and write there
/// @param bucketSecret the secret of that key
@ConfigurationProperties(value = "musette.media", ignoreUnknownFields = false)
public record MediaSettings(
        @Nullable URI bucket,
        @DefaultValue("us-east-1") String bucketRegion,
        @DefaultValue("") String bucketKey,
        @DefaultValue("") String bucketSecret) {
    /// The data folder alone.
    public static final MediaSettings FOLDER = new MediaSettings(null, "us-east-1", "", "");

    private static final Set<String> SCHEMES = Set.of("http", "https");

    public MediaSettings {
        if (bucket != null && !isBucket(bucket)) {
            throw new IllegalArgumentException(
                    "musette.media.bucket must be an address with the bucket's name behind the host"
                            + " (https://s3.example.org/my-pictures), not "
                            + bucket);
        }
        if (bucket != null && (bucketKey.isBlank() || bucketSecret.isBlank())) {
            throw new IllegalArgumentException(
                    "musette.media.bucket needs musette.media.bucket-key and"
                            + " musette.media.bucket-secret, too.");
        }
    }

    private static boolean isBucket(URI address) {
        return address.getScheme() != null
                && SCHEMES.contains(address.getScheme())
                && address.getHost() != null
                && address.getRawQuery() == null
                && address.getPath().matches("/[^/].*");
    }

    /// Without the secret.
    @Override
    public String toString() {
        return bucket == null ? "the data folder" : bucket + " with the key " + bucketKey;
    }
}
