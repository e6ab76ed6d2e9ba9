package musette.audit;

import java.time.Instant;
import java.util.OptionalLong;

/// Something that somebody of the staff did.
///
/// @param act the address it was asked of, with names for its parts: `/desk/stories/{id}/plan`
/// @param about `story`, `arrival`, `member`, `sender`, or empty
/// @param aboutId the number of that
/// @param detail what was said with it, may be empty
public record AuditEntry(
        long id,
        Instant at,
        long member,
        String act,
        String about,
        OptionalLong aboutId,
        String detail) {}
