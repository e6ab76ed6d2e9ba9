package musette.wire;

import java.time.Instant;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// A file that reached the wire, and what became of it.
///
/// @param file its name, without a path
/// @param about what it says it is, `2023 Tour of the Lakes, stage 2`; empty where nothing could be
///   made of it
/// @param sentence why nothing could be made of it, or why it was put in over a surer result; else
///   empty
/// @param result the result it became a revision of, with that revision
/// @param decidedBy who put it in, discarded it or took it back; empty while it waits
public record Arrival(
        long id,
        String file,
        String about,
        Instant receivedAt,
        String receivedBy,
        State state,
        String sentence,
        OptionalLong result,
        OptionalInt revision,
        String decidedBy) {

    /// What it is, as far as that is known, and the file's name.
    public String title() {
        return about.isEmpty() ? file : about + " · " + file;
    }

    /// Where a file stands.
    public enum State {
        /// Somebody has to look at what was understood.
        WAITING,
        /// Looked at and not used.
        DISCARDED,
        /// In the house.
        APPLIED,
        /// All it says was in the house already.
        REPEAT,
        /// Nothing could be made of it.
        DECLINED,
        /// It was in the house and was taken back.
        UNDONE
    }
}
