package musette.letters;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import musette.keys.KeyRing;
import musette.keys.Signature;
import musette.site.Address;
import org.springframework.stereotype.Component;

/// Makes and reads the links with which a reader leaves a letter.
///
/// A letter may lie in an inbox for years and its link must still work, so it holds the number of
/// the subscription and our proof of it, and needs no row.
@Component
class LeaveLinks {
    private final Signature signature;
    private final Address address;

    LeaveLinks(KeyRing keys, Address address) {
        this.signature = keys.signature("letter-leave");
        this.address = address;
    }

    String link(long subscription) {
        return address.of("/letters/leave/" + token(subscription));
    }

    /// The letters of those subscriptions, with the way out of each.
    List<Kept> kept(List<LetterSubscription> rows) {
        return rows.stream().map(row -> new Kept(row.letter(), link(row.id()))).toList();
    }

    /// The two headers that let a mail program offer "unsubscribe" (RFC 2369, RFC 8058). The second
    /// counts only in mails signed with DKIM and when the site has an https address.
    Map<String, String> headers(long subscription) {
        return Map.of(
                "List-Unsubscribe",
                "<" + link(subscription) + ">",
                "List-Unsubscribe-Post",
                "List-Unsubscribe=One-Click");
    }

    /// 32 characters: eight bytes of number, sixteen of proof.
    private String token(long subscription) {
        var number = ByteBuffer.allocate(Long.BYTES).putLong(subscription).array();
        var whole =
                ByteBuffer.allocate(Long.BYTES + Signature.LENGTH)
                        .put(number)
                        .put(signature.of(number));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(whole.array());
    }

    /// The subscription a token speaks for; empty when we did not make it.
    OptionalLong subscription(String token) {
        if (!token.matches("[A-Za-z0-9_-]{32}")) {
            return OptionalLong.empty();
        }
        var whole = Base64.getUrlDecoder().decode(token);
        var number = Arrays.copyOf(whole, Long.BYTES);
        var proof = Arrays.copyOfRange(whole, Long.BYTES, whole.length);
        return signature.proves(number, proof)
                ? OptionalLong.of(ByteBuffer.wrap(number).getLong())
                : OptionalLong.empty();
    }
}
