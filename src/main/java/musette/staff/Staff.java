package musette.staff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import musette.post.Mailbox;
import musette.site.Slug;
import musette.staff.Author.Role;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// The people of the newsroom: who they are and whether they may act today.
@EnableConfigurationProperties(StaffSettings.class)
@Component
public class Staff {
    private static final String OWNER =
            """
            SELECT id, name, email, slug, biography, role, portrait
            FROM member
            WHERE role = 'owner' AND removed_at IS NULL
            ORDER BY id
            LIMIT 1
            """;
    private static final String MEMBER_BY_ID =
            """
            SELECT id, name, email, slug, biography, role, portrait
            FROM member
            WHERE id = :id
            """;
    private static final String MEMBERS_BY_ID =
            """
            SELECT id, name, email, slug, biography, role, portrait
            FROM member
            WHERE id = ANY(:ids)
            """;
    private static final String MEMBER_BY_SLUG =
            """
            SELECT id, name, email, slug, biography, role, portrait
            FROM member
            WHERE slug = :slug
            """;
    private static final String ACTIVE_MEMBER_BY_EMAIL =
            """
            SELECT id, name, email, slug, biography, role, portrait
            FROM member
            WHERE lower(email) = lower(:email) AND removed_at IS NULL
            """;
    private static final String IS_ON_DUTY =
            """
            SELECT EXISTS (SELECT FROM member WHERE id = :id AND removed_at IS NULL)
            """;
    private static final String ROLE_ON_DUTY =
            """
            SELECT role
            FROM member
            WHERE id = :id AND removed_at IS NULL
            """;
    private static final String NOTE_FIRST_SIGN_IN =
            """
            UPDATE member
            SET first_signed_in_at = :now
            WHERE id = :id AND first_signed_in_at IS NULL
            """;
    private static final String ANYBODY_CAME_IN =
            """
            SELECT EXISTS (
                SELECT FROM member WHERE first_signed_in_at IS NOT NULL AND removed_at IS NULL)
            """;
    private static final String ONE_AT_A_TIME =
            """
            SELECT pg_advisory_xact_lock(hashtext('member'))
            """;
    private static final String SLUG_IS_TAKEN =
            """
            SELECT EXISTS (SELECT FROM member WHERE slug = :slug)
            """;
    private static final String ADD_MEMBER =
            """
            INSERT INTO member (name, email, slug, biography, role, joined_at)
            VALUES (:name, :email, :slug, :biography, :role, :now)
            RETURNING id, name, email, slug, biography, role, portrait
            """;
    private static final String NAMES =
            """
            SELECT id, name
            FROM member
            """;
    private static final String MEMBERS =
            """
            SELECT id, name, email, slug, biography, role, portrait,
                first_signed_in_at IS NOT NULL AS came
            FROM member
            WHERE removed_at IS NULL
            ORDER BY role = 'owner' DESC, role = 'editor' DESC, name, id
            """;
    private static final String SET_ROLE =
            """
            UPDATE member
            SET role = :role
            WHERE id = :id AND removed_at IS NULL
            """;
    private static final String SET_BYLINE =
            """
            UPDATE member
            SET name = :name, biography = :biography
            WHERE id = :id AND removed_at IS NULL
            """;
    private static final String SET_PORTRAIT =
            """
            UPDATE member
            SET portrait = :portrait
            WHERE id = :id AND removed_at IS NULL
            """;
    private static final String IS_LAST_OWNER =
            """
            SELECT role = 'owner' AND NOT EXISTS (
                SELECT FROM member other
                WHERE other.role = 'owner' AND other.removed_at IS NULL AND other.id <> :id)
            FROM member
            WHERE id = :id
            """;
    private static final String REMOVE_MEMBER =
            """
            UPDATE member
            SET removed_at = :now
            WHERE id = :id AND removed_at IS NULL
            """;

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_BIOGRAPHY = 2_000;

    private final StaffSettings settings;
    private final ApplicationEventPublisher events;

    public Staff(
            JdbcClient sql,
            TransactionTemplate transaction,
            Clock clock,
            StaffSettings settings,
            ApplicationEventPublisher events) {
        this.sql = sql;
        this.transaction = transaction;
        this.clock = clock;
        this.settings = settings;
        this.events = events;
    }

    /// The owner, made from the settings when the newsroom has nobody yet.
    public Author owner() {
        return transaction.execute(status -> {
            lock();
            return sql.sql(OWNER)
                    .query(Staff::author)
                    .optional()
                    .orElseGet(() ->
                            insert(settings.ownerName(), settings.ownerEmail(), "", Role.OWNER));
        });
    }

    /// Welcomes somebody to the staff; the slug of the author's page is made from the name.
    public Author join(String name, String email, String biography, Role role) {
        return transaction.execute(status -> {
            lock();
            return insert(name, email, biography, role);
        });
    }

    /// Somebody who may act today.
    ///
    /// @param hasCome whether they have ever signed in
    public record Member(Author author, boolean hasCome) {}

    /// Everybody who may act today: owners, editors, reporters.
    public List<Member> members() {
        return sql.sql(MEMBERS)
                .query((row, number) -> new Member(author(row, number), row.getBoolean("came")))
                .list();
    }

    /// Makes somebody a member and mails them the way in, in the name of `host`.
    ///
    /// @return a sentence when nobody was invited, else empty
    public String invite(String name, String email, Role role, String host) {
        var mailbox = Mailbox.parse(email);
        var fault = faultOf(name, "");
        if (!fault.isEmpty()) {
            return fault;
        }
        if (mailbox.isEmpty()) {
            return "That is no address that a mail could reach.";
        }
        return transaction.execute(status -> {
            lock();
            if (byEmail(mailbox.get().address()).isPresent()) {
                return "Somebody with this address is on the staff already.";
            }
            var member = insert(name, mailbox.get().address(), "", role);
            events.publishEvent(new StaffInvited(member.id(), host));
            return "";
        });
    }

    /// Mails the way in once more to somebody who has not come yet.
    public void inviteAgain(long id, String host) {
        transaction.executeWithoutResult(status ->
                members().stream()
                        .filter(member -> member.author().id() == id && !member.hasCome())
                        .forEach(member -> events.publishEvent(new StaffInvited(id, host))));
    }

    /// Lets a member act as something else from their next request on. One owner always stays.
    ///
    /// @return a sentence when nothing was changed, else empty
    public String changeRole(long id, Role role) {
        return keepingAnOwner(
                id,
                role == Role.OWNER,
                () -> sql.sql(SET_ROLE).param("id", id).param("role", role.word()).update());
    }

    /// Changes what readers see of a member. The address of the author's page stays.
    ///
    /// @return a sentence when nothing was changed, else empty
    public String changeByline(long id, String name, String biography) {
        var fault = faultOf(name, biography);
        if (fault.isEmpty()) {
            sql.sql(SET_BYLINE)
                    .param("id", id)
                    .param("name", name.strip())
                    .param("biography", biography.strip())
                    .update();
        }
        return fault;
    }

    /// Puts that picture beside the member's name, or none.
    public void changePortrait(long id, Optional<String> picture) {
        sql.sql(SET_PORTRAIT)
                .param("id", id)
                .param("portrait", picture.orElse(null), Types.VARCHAR)
                .update();
    }

    private static String faultOf(String name, String biography) {
        if (name.isBlank()) {
            return "A member needs a name; readers see it above what they write.";
        }
        return name.strip().length() > LONGEST_NAME || biography.length() > LONGEST_BIOGRAPHY
                ? "A name has at most 100 characters, a biography 2,000."
                : "";
    }

    private String keepingAnOwner(long id, boolean staysOwner, Runnable change) {
        return transaction.execute(status -> {
            lock();
            if (!staysOwner
                    && sql.sql(IS_LAST_OWNER).param("id", id).query(Boolean.class).single()) {
                return "A newsroom needs an owner. Make somebody else one first.";
            }
            change.run();
            return "";
        });
    }

    /// Everybody who ever wrote here keeps a name, on duty or not.
    public Optional<Author> byId(long id) {
        return sql.sql(MEMBER_BY_ID).param("id", id).query(Staff::author).optional();
    }

    /// In the order in which they were asked for; nobody stands for who is not there.
    public List<Author> byIds(List<Long> ids) {
        return sql
                .sql(MEMBERS_BY_ID)
                .param("ids", ids.toArray(Long[]::new))
                .query(Staff::author)
                .list()
                .stream()
                .sorted(Comparator.comparingInt(author -> ids.indexOf(author.id())))
                .toList();
    }

    public Optional<Author> bySlug(String slug) {
        return sql.sql(MEMBER_BY_SLUG).param("slug", slug).query(Staff::author).optional();
    }

    /// Somebody on duty with that address, whatever its capitals.
    public Optional<Author> byEmail(String email) {
        return sql.sql(ACTIVE_MEMBER_BY_EMAIL)
                .param("email", email)
                .query(Staff::author)
                .optional();
    }

    /// The names of everybody who ever wrote here, by id.
    public Map<Long, String> names() {
        return sql
                .sql(NAMES)
                .query((row, number) -> Map.entry(row.getLong("id"), row.getString("name")))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// Whether that member may act: has joined and was not removed.
    public boolean isOnDuty(long id) {
        return sql.sql(IS_ON_DUTY).param("id", id).query(Boolean.class).single();
    }

    /// What that member may act as today; empty for one who was removed.
    public Optional<Role> roleOnDuty(long id) {
        return sql.sql(ROLE_ON_DUTY)
                .param("id", id)
                .query(String.class)
                .optional()
                .map(Staff::role);
    }

    void cameIn(long id) {
        sql.sql(NOTE_FIRST_SIGN_IN)
                .param("id", id)
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    /// Whether anybody who is still on the staff has ever signed in.
    public boolean isOpened() {
        return sql.sql(ANYBODY_CAME_IN).query(Boolean.class).single();
    }

    /// Lets somebody go: from now on they can do nothing, whatever session they still hold.
    ///
    /// @return a sentence when nobody was let go, else empty
    public String remove(long id) {
        return keepingAnOwner(
                id,
                false,
                () ->
                        sql.sql(REMOVE_MEMBER)
                                .param("id", id)
                                .param("now", OffsetDateTime.now(clock))
                                .update());
    }

    private void lock() {
        sql.sql(ONE_AT_A_TIME).query((row, number) -> 1).single();
    }

    private Author insert(String name, String email, String biography, Role role) {
        var slug = Slug.of(name, 60);
        return sql.sql(ADD_MEMBER)
                .param("name", name.strip())
                .param("email", email.strip())
                .param("slug", Slug.free(slug.isEmpty() ? "author" : slug, this::isTaken))
                .param("biography", biography.strip())
                .param("role", role.word())
                .param("now", OffsetDateTime.now(clock))
                .query(Staff::author)
                .single();
    }

    private boolean isTaken(String slug) {
        return sql.sql(SLUG_IS_TAKEN).param("slug", slug).query(Boolean.class).single();
    }

    private static Author author(ResultSet row, int number) throws SQLException {
        return new Author(
                row.getLong("id"),
                row.getString("name"),
                row.getString("email"),
                row.getString("slug"),
                row.getString("biography"),
                role(row.getString("role")),
                Optional.ofNullable(row.getString("portrait")));
    }

    private static Role role(String word) {
        return Role.valueOf(word.toUpperCase(Locale.ROOT));
    }
}
