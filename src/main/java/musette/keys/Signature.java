package musette.keys;

import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// HMAC-SHA-256 (RFC 2104) with one key, cut to 16 bytes: proof that the house wrote something.
///
/// Safe for many threads: each keeps its own `Mac`, which costs far less than making one a time.
public final class Signature {
    /// Length of a proof in bytes. 128 bits is the floor RFC 2104 section 5 gives for SHA-256.
    public static final int LENGTH = 16;

    private static final String ALGORITHM = "HmacSHA256";

    private final List<ThreadLocal<Mac>> macs;

    public Signature(byte[] key) {
        this(List.of(key));
    }

    /// @param keys the newest first: it signs, and all of them are believed
    public Signature(List<byte[]> keys) {
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("a signature needs a key");
        }
        macs = keys.stream().map(Signature::macs).toList();
    }

    public byte[] of(byte[] message) {
        return signed(macs.getFirst(), message);
    }

    private static byte[] signed(ThreadLocal<Mac> mac, byte[] message) {
        return Arrays.copyOf(mac.get().doFinal(message), LENGTH);
    }

    private static ThreadLocal<Mac> macs(byte[] key) {
        var secret = new SecretKeySpec(key, ALGORITHM);
        return ThreadLocal.withInitial(() -> mac(secret));
    }

    /// Whether `proof` belongs to `message`; takes the same time whichever byte is wrong.
    public boolean proves(byte[] message, byte[] proof) {
        for (var mac : macs) {
            if (MessageDigest.isEqual(signed(mac, message), proof)) {
                return true;
            }
        }
        return false;
    }

    private static Mac mac(SecretKeySpec secret) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            return mac;
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("This Java has no " + ALGORITHM, e);
        }
    }
}
