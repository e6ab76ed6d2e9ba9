package musette.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import musette.keys.OneTimeTokens;
import musette.keys.SignInCodes;
import musette.post.Budgets;
import musette.staff.Author.Role;
import musette.store.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ExtendWith(TestDatabase.class)
class StaffTest {
    private static final Instant FINISH = Instant.parse("2023-04-01T15:12:00Z");

    private final JdbcClient sql;
    private final TransactionTemplate transaction;

    StaffTest(JdbcClient sql, TransactionTemplate transaction) {
        this.sql = sql;
        this.transaction = transaction;
    }

    @Test
    void a_newsroom_without_anybody_gets_its_owner_once() {
        var owner = staff(FINISH).owner();

        assertThat(owner.role()).isEqualTo(Role.OWNER);
        assertThat(owner.name()).isEqualTo("Maite Etxeberria");
        assertThat(staff(FINISH).owner()).isEqualTo(owner);
    }

    @Test
    void two_of_one_name_have_a_page_each() {
        var one = staff(FINISH).join("Íñigo Goñi", "inigo@musette.example", "", Role.REPORTER);
        var other = staff(FINISH).join("Iñigo Goñi", "goni@musette.example", "", Role.EDITOR);

        assertThat(one.slug()).isEqualTo("inigo-goni");
        assertThat(other.slug()).isEqualTo("inigo-goni-2");
        assertThat(staff(FINISH).bySlug("inigo-goni-2")).contains(other);
    }

    @Test
    void an_address_belongs_to_one_member_whatever_its_capitals() {
        var ane = staff(FINISH).join("Ane Lasa", "ane@musette.example", "", Role.REPORTER);

        assertThat(staff(FINISH).byEmail("ANE@musette.example")).contains(ane);
        assertThatThrownBy(() ->
                        staff(FINISH).join("Ane Luna", "Ane@Musette.example", "", Role.EDITOR))
                .isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void a_link_lets_in_once_within_the_hour() {
        var jon = staff(FINISH).join("Jon Arrieta", "jon@musette.example", "", Role.EDITOR);
        var link = token(links(FINISH).pathFor(jon.id()));
        var late = token(links(FINISH).pathFor(jon.id()));

        assertThat(links(FINISH).holder(link)).contains(jon);
        assertThat(links(FINISH.plus(Duration.ofMinutes(59))).enter(link)).contains(jon);
        assertThat(links(FINISH.plus(Duration.ofMinutes(59))).enter(link)).isEmpty();
        assertThat(links(FINISH.plus(Duration.ofMinutes(60))).enter(late)).isEmpty();
    }

    @Test
    void who_was_removed_keeps_the_byline_and_loses_the_door() {
        var mikel = staff(FINISH).join("Mikel Ruiz", "mikel@musette.example", "", Role.REPORTER);
        var link = token(links(FINISH).pathFor(mikel.id()));

        staff(FINISH).remove(mikel.id());

        assertThat(staff(FINISH).isOnDuty(mikel.id())).isFalse();
        assertThat(links(FINISH).enter(link)).isEmpty();
        assertThat(staff(FINISH).byId(mikel.id())).contains(mikel);
        assertThat(staff(FINISH).byEmail("mikel@musette.example")).isEmpty();
    }

    @Test
    void a_fresh_link_for_the_owner_ends_the_earlier_one() {
        var earlier = token(links(FINISH).ownerPath());
        var fresh = token(links(FINISH).ownerPath());

        assertThat(links(FINISH).enter(earlier)).isEmpty();
        assertThat(links(FINISH).enter(fresh)).isPresent();
        assertThat(staff(FINISH).isOpened()).isTrue();
    }

    private Staff staff(Instant now) {
        return new Staff(
                sql,
                transaction,
                Clock.fixed(now, ZoneOffset.UTC),
                new StaffSettings("Maite Etxeberria", "maite@musette.example"),
                event -> {});
    }

    private StaffLinks links(Instant now) {
        var tokens = new OneTimeTokens(sql, Clock.fixed(now, ZoneOffset.UTC));
        return new StaffLinks(
                staff(now),
                tokens,
                new SignInCodes(sql, Clock.fixed(now, ZoneOffset.UTC)),
                Budgets.at(sql, Clock.fixed(now, ZoneOffset.UTC)),
                transaction,
                event -> {});
    }

    private static String token(String path) {
        return path.substring("/desk/sign-in/".length());
    }
}
