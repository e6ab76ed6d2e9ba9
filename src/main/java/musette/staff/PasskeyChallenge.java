package musette.staff;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import musette.keys.Signature;

/// What a browser must sign with a passkey (WebAuthn Level 3, 13.4.3): random bytes and the moment
/// they were made, with our signature below, so that whoever only asks makes us keep nothing.
///
/// @param signature for whom and for what it was made
record PasskeyChallenge(Signature signature) {
    static final Duration LIFETIME = Duration.ofMinutes(5);

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int RANDOM_LENGTH = 16;
    private static final int LENGTH = RANDOM_LENGTH + Long.BYTES;

    /// @param use what it is good for: `enter`, or `add` and the member's number
    byte[] make(String use, Instant now) {
        var random = new byte[RANDOM_LENGTH];
        RANDOM.nextBytes(random);
        var made = ByteBuffer.allocate(LENGTH).put(random).putLong(now.toEpochMilli()).array();
        return ByteBuffer.allocate(LENGTH + Signature.LENGTH)
                .put(made)
                .put(signature.of(message(made, use)))
                .array();
    }

    /// When it was made; empty when it is none of ours, for another use, or too old.
    Optional<Instant> madeAt(byte[] challenge, String use, Instant now) {
        if (challenge.length != LENGTH + Signature.LENGTH) {
            return Optional.empty();
        }
        var made = Arrays.copyOf(challenge, LENGTH);
        var proof = Arrays.copyOfRange(challenge, LENGTH, challenge.length);
        if (!signature.proves(message(made, use), proof)) {
            return Optional.empty();
        }
        var at = Instant.ofEpochMilli(ByteBuffer.wrap(made).getLong(RANDOM_LENGTH));
        return Optional.of(at).filter(it -> it.plus(LIFETIME).isAfter(now));
    }

    private static byte[] message(byte[] made, String use) {
        var words = use.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(made.length + words.length).put(made).put(words).array();
    }
}
