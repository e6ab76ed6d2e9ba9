package musette.meter;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import musette.keys.Signature;
import org.jspecify.annotations.Nullable;

/// What an anonymous reader's cookie says: when the window began and which stories it holds.
///
/// In bytes: version (1), start in seconds since 1970 (4, unsigned), four for each story, then the
/// signature (16). With five stories that is 55 characters. A cookie that is too long, was altered,
/// is of another version or begins in the future says nothing, and the reader starts afresh: a
/// broken record never locks anybody out.
///
/// @param start when the first story of the window was read, in whole seconds
/// @param stories ids of the stories in it, in the order they were read
record ReadingRecord(Instant start, List<Integer> stories) {
    private static final byte VERSION = 1;
    private static final int HEAD = 1 + Integer.BYTES;
    private static final int LONGEST = 400;
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    ReadingRecord {
        stories = List.copyOf(stories);
    }

    static ReadingRecord empty(Instant now) {
        return new ReadingRecord(Instant.ofEpochSecond(now.getEpochSecond()), List.of());
    }

    static Optional<ReadingRecord> read(@Nullable String cookie, Signature signature, Instant now) {
        if (cookie == null || cookie.length() > LONGEST) {
            return Optional.empty();
        }
        var bytes = decode(cookie);
        var length = bytes.length - Signature.LENGTH;
        if (length < HEAD || (length - HEAD) % Integer.BYTES != 0 || bytes[0] != VERSION) {
            return Optional.empty();
        }
        var said = Arrays.copyOf(bytes, length);
        if (!signature.proves(said, Arrays.copyOfRange(bytes, length, bytes.length))) {
            return Optional.empty();
        }
        var record = parse(said);
        return record.start.isAfter(now.plus(CLOCK_SKEW)) ? Optional.empty() : Optional.of(record);
    }

    private static byte[] decode(String cookie) {
        try {
            return Base64.getUrlDecoder().decode(cookie);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static ReadingRecord parse(byte[] said) {
        var buffer = ByteBuffer.wrap(said, 1, said.length - 1);
        var start = Instant.ofEpochSecond(Integer.toUnsignedLong(buffer.getInt()));
        var stories = new ArrayList<Integer>();
        while (buffer.hasRemaining()) {
            stories.add(buffer.getInt());
        }
        return new ReadingRecord(start, stories);
    }

    String write(Signature signature) {
        var said = ByteBuffer.allocate(HEAD + stories.size() * Integer.BYTES);
        said.put(VERSION).putInt((int) start.getEpochSecond());
        for (int story : stories) {
            said.putInt(story);
        }
        var signed =
                ByteBuffer.allocate(said.capacity() + Signature.LENGTH)
                        .put(said.array())
                        .put(signature.of(said.array()));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(signed.array());
    }

    boolean holds(int story) {
        return stories.contains(story);
    }

    ReadingRecord with(int story) {
        var more = new ArrayList<>(stories);
        more.add(story);
        return new ReadingRecord(start, more);
    }
}
