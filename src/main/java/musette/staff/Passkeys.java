package musette.staff;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticationRequest;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.RegistrationRequest;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.CollectedClientData;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.Challenge;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.util.exception.WebAuthnException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import musette.keys.KeyRing;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Passkeys of the staff (WebAuthn Level 3): a key that stays on the device lets its owner in,
/// after the device has made sure who holds it. The mailed link stays as the way in and back.
@Component
public class Passkeys {
    private static final Logger log = LoggerFactory.getLogger(Passkeys.class);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final int LONGEST_NAME = 60;
    private static final int MOST = 20;

    /// Every authenticator has one of these.
    private static final List<PublicKeyCredentialParameters> ALGORITHMS =
            List.of(
                    algorithm(COSEAlgorithmIdentifier.ES256),
                    algorithm(COSEAlgorithmIdentifier.EdDSA),
                    algorithm(COSEAlgorithmIdentifier.RS256));

    private static final String ADD_PASSKEY =
            """
            INSERT INTO member_passkey
                (member_id, credential, attested, name, counter, added_at, challenge_at)
            SELECT :member, :credential, :attested, :name, :counter, :now, :challenge_at
            WHERE (SELECT count(*) FROM member_passkey WHERE member_id = :member) < :most
            """;
    private static final String USE_PASSKEY =
            """
            UPDATE member_passkey
            SET counter = :counter, used_at = :now, challenge_at = :challenge_at
            WHERE id = :id AND challenge_at < :challenge_at
            """;
    private static final String REMOVE_PASSKEY =
            """
            DELETE FROM member_passkey
            WHERE id = :id AND member_id = :member
            """;
    private static final String PASSKEYS_OF_MEMBER =
            """
            SELECT id, name, added_at, used_at
            FROM member_passkey
            WHERE member_id = :member
            ORDER BY id
            """;
    private static final String CREDENTIALS_OF_MEMBER =
            """
            SELECT credential
            FROM member_passkey
            WHERE member_id = :member
            """;
    private static final String PASSKEY_BY_CREDENTIAL =
            """
            SELECT id, member_id, attested, counter
            FROM member_passkey
            WHERE credential = :credential
            """;

    private final JdbcClient sql;
    private final Staff staff;
    private final Clock clock;
    private final PasskeyChallenge challenges;
    private final WebAuthnManager manager = WebAuthnManager.createNonStrictWebAuthnManager();
    private final AttestedCredentialDataConverter attested =
            new AttestedCredentialDataConverter(new ObjectConverter());

    Passkeys(JdbcClient sql, Staff staff, KeyRing keys, Clock clock) {
        this.sql = sql;
        this.staff = staff;
        this.clock = clock;
        challenges = new PasskeyChallenge(keys.signature("passkey"));
    }

    private static PublicKeyCredentialParameters algorithm(COSEAlgorithmIdentifier name) {
        return new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, name);
    }

    /// Where the browser stands: a passkey is good for one site only.
    ///
    /// @param origin `https://news.example.org`
    /// @param host `news.example.org`
    public record Site(String origin, String host) {}

    /// @param usedAt when it let somebody in, null when it has not yet
    public record Passkey(long id, String name, Instant addedAt, @Nullable Instant usedAt) {}

    /// What `navigator.credentials.create` asks for, as JSON (WebAuthn Level 3, 5.4).
    public String creation(Author member, Site site) {
        var options = JSON.createObjectNode();
        options.put("challenge", challenge(adding(member.id())));
        options.putObject("rp").put("id", site.host()).put("name", site.host());
        options.putObject("user")
                .put("id", BASE64.encodeToString(handle(member.id())))
                .put("name", member.email())
                .put("displayName", member.name());
        var algorithms = options.putArray("pubKeyCredParams");
        ALGORITHMS.forEach(algorithm ->
                algorithms
                        .addObject()
                        .put("type", "public-key")
                        .put("alg", algorithm.getAlg().getValue()));
        var known = options.putArray("excludeCredentials");
        sql.sql(CREDENTIALS_OF_MEMBER)
                .param("member", member.id())
                .query((row, number) -> row.getBytes("credential"))
                .list()
                .forEach(credential ->
                        known.addObject()
                                .put("type", "public-key")
                                .put("id", BASE64.encodeToString(credential)));
        options.putObject("authenticatorSelection")
                .put("residentKey", "required")
                .put("requireResidentKey", true)
                .put("userVerification", "required");
        return options.put("attestation", "none").put("timeout", timeout()).toString();
    }

    /// What `navigator.credentials.get` asks for, as JSON (WebAuthn Level 3, 5.5).
    public String request(Site site) {
        return JSON.createObjectNode()
                .put("challenge", challenge("enter"))
                .put("rpId", site.host())
                .put("userVerification", "required")
                .put("timeout", timeout())
                .toString();
    }

    /// Keeps the passkey that a browser has made for `member`.
    ///
    /// @param response the browser's `PublicKeyCredential` as JSON
    /// @return why not; empty when it is kept
    public Optional<String> add(long member, String response, String name, Site site) {
        var called = name.isBlank() ? "Passkey" : name.strip();
        if (called.length() > LONGEST_NAME) {
            return Optional.of("The name has 60 letters at most.");
        }
        try {
            var answer = answer(response);
            var made =
                    manager.parse(
                            new RegistrationRequest(
                                    bytes(answer, "attestationObject"),
                                    bytes(answer, "clientDataJSON")));
            var challenge = challenge(made.getCollectedClientData());
            var at = challenges.madeAt(challenge.getValue(), adding(member), clock.instant());
            if (at.isEmpty()) {
                return Optional.of("That took too long, or was begun elsewhere. Try again.");
            }
            manager.verify(
                    made,
                    new RegistrationParameters(server(site, challenge), ALGORITHMS, true, true));
            return keep(member, made, called, at.get());
        } catch (WebAuthnException | JacksonException | IllegalArgumentException e) {
            log.info("A passkey of member {} was not taken: {}", member, e.toString());
            return Optional.of("This passkey does not fit to this site.");
        }
    }

    private Optional<String> keep(long member, RegistrationData made, String name, Instant at) {
        var attestation = Objects.requireNonNull(made.getAttestationObject());
        var authenticator = attestation.getAuthenticatorData();
        var data = Objects.requireNonNull(authenticator.getAttestedCredentialData());
        try {
            var kept =
                    sql.sql(ADD_PASSKEY)
                            .param("member", member)
                            .param("credential", data.getCredentialId())
                            .param("attested", attested.convert(data))
                            .param("name", name)
                            .param("counter", authenticator.getSignCount())
                            .param("now", OffsetDateTime.now(clock))
                            .param("challenge_at", at.atOffset(ZoneOffset.UTC))
                            .param("most", MOST)
                            .update();
            return kept > 0
                    ? Optional.empty()
                    : Optional.of("Twenty passkeys are the most. Remove one first.");
        } catch (DuplicateKeyException e) {
            return Optional.of("This passkey is known already.");
        }
    }

    /// Who holds the passkey that a browser has signed with; empty when nobody on duty does.
    ///
    /// @param response the browser's `PublicKeyCredential` as JSON
    public Optional<Author> enter(String response, Site site) {
        try {
            var answer = answer(response);
            var signed =
                    manager.parse(
                            new AuthenticationRequest(
                                    bytes(JSON.readTree(response), "rawId"),
                                    bytes(answer, "authenticatorData"),
                                    bytes(answer, "clientDataJSON"),
                                    bytes(answer, "signature")));
            return sql.sql(PASSKEY_BY_CREDENTIAL)
                    .param("credential", signed.getCredentialId())
                    .query(this::known)
                    .optional()
                    .filter(known -> isProved(known, signed, site))
                    .filter(known -> staff.isOnDuty(known.member()))
                    .flatMap(known -> staff.byId(known.member()))
                    .map(author -> {
                        staff.cameIn(author.id());
                        return author;
                    });
        } catch (WebAuthnException | JacksonException | IllegalArgumentException e) {
            log.debug("A passkey let nobody in: {}", e.toString());
            return Optional.empty();
        }
    }

    private boolean isProved(Known known, AuthenticationData signed, Site site) {
        var challenge = challenge(signed.getCollectedClientData());
        var at = challenges.madeAt(challenge.getValue(), "enter", clock.instant());
        if (at.isEmpty()) {
            return false;
        }
        var record =
                new CredentialRecordImpl(
                        new NoneAttestationStatement(),
                        null,
                        null,
                        null,
                        known.counter(),
                        known.attested(),
                        null,
                        null,
                        null,
                        Set.of());
        manager.verify(
                signed,
                new AuthenticationParameters(server(site, challenge), record, null, true, true));
        var counter = Objects.requireNonNull(signed.getAuthenticatorData()).getSignCount();
        return sql.sql(USE_PASSKEY)
                        .param("id", known.id())
                        .param("counter", counter)
                        .param("now", OffsetDateTime.now(clock))
                        .param("challenge_at", at.get().atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    private record Known(long id, long member, AttestedCredentialData attested, long counter) {}

    private Known known(ResultSet row, int number) throws SQLException {
        return new Known(
                row.getLong("id"),
                row.getLong("member_id"),
                attested.convert(row.getBytes("attested")),
                row.getLong("counter"));
    }

    public List<Passkey> of(long member) {
        return sql.sql(PASSKEYS_OF_MEMBER)
                .param("member", member)
                .query((row, number) -> {
                    var used = row.getObject("used_at", OffsetDateTime.class);
                    return new Passkey(
                            row.getLong("id"),
                            row.getString("name"),
                            row.getObject("added_at", OffsetDateTime.class).toInstant(),
                            used == null ? null : used.toInstant());
                })
                .list();
    }

    public void remove(long member, long id) {
        sql.sql(REMOVE_PASSKEY).param("member", member).param("id", id).update();
    }

    /// What the authenticator has answered, within a browser's `PublicKeyCredential`.
    private static JsonNode answer(String response) {
        return JSON.readTree(response).path("response");
    }

    private static byte[] bytes(JsonNode node, String name) {
        return Base64.getUrlDecoder().decode(node.path(name).asString(""));
    }

    private String challenge(String use) {
        return BASE64.encodeToString(challenges.make(use, clock.instant()));
    }

    private static Challenge challenge(@Nullable CollectedClientData said) {
        return said == null || said.getChallenge() == null
                ? new DefaultChallenge(new byte[0])
                : said.getChallenge();
    }

    private static ServerProperty server(Site site, Challenge challenge) {
        return ServerProperty.builder()
                .origin(new Origin(site.origin()))
                .rpId(site.host())
                .challenge(challenge)
                .build();
    }

    private static String adding(long member) {
        return "add " + member;
    }

    private static byte[] handle(long member) {
        return ("member " + member).getBytes(StandardCharsets.UTF_8);
    }

    private static long timeout() {
        return PasskeyChallenge.LIFETIME.toMillis();
    }
}
