package musette.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import musette.staff.Author.Role;
import musette.store.RolledBack;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// What the owner does with the newsroom's people.
class MembersTest extends RolledBack {
    private static final String NO_OWNER =
            "A newsroom needs an owner. Make somebody else one first.";

    private final List<Object> news = new ArrayList<>();
    private final Staff staff;
    private Author owner;

    MembersTest(JdbcClient sql, TransactionTemplate transaction) {
        super(sql, transaction);
        staff =
                new Staff(
                        sql,
                        transaction,
                        Clock.fixed(Instant.parse("2023-04-01T15:12:00Z"), ZoneOffset.UTC),
                        new StaffSettings("Maite Etxeberria", "maite@musette.example"),
                        news::add);
    }

    @BeforeEach
    void anOwner() {
        owner = staff.owner();
    }

    @Test
    void whoever_is_invited_is_a_member_and_gets_one_mail() {
        assertThat(staff.invite(" Ane Lasa ", "ane@musette.example", Role.REPORTER, "Maite"))
                .isEmpty();

        var ane = staff.byEmail("ane@musette.example").orElseThrow();
        assertThat(ane.name()).isEqualTo("Ane Lasa");
        assertThat(ane.role()).isEqualTo(Role.REPORTER);
        assertThat(news).containsExactly(new StaffInvited(ane.id(), "Maite"));
    }

    @Test
    void nobody_is_invited_twice_without_a_name_or_to_no_address() {
        staff.invite("Ane Lasa", "ane@musette.example", Role.REPORTER, "Maite");

        assertThat(staff.invite("Ane Luna", "ANE@musette.example", Role.EDITOR, "Maite"))
                .isEqualTo("Somebody with this address is on the staff already.");
        assertThat(staff.invite(" ", "jon@musette.example", Role.EDITOR, "Maite"))
                .isEqualTo("A member needs a name; readers see it above what they write.");
        assertThat(staff.invite("Jon Ibarra", "jon at musette", Role.EDITOR, "Maite"))
                .isEqualTo("That is no address that a mail could reach.");
        assertThat(staff.invite("J".repeat(101), "jon@musette.example", Role.EDITOR, "Maite"))
                .isEqualTo("A name has at most 100 characters, a biography 2,000.");
        assertThat(staff.members()).hasSize(2);
        assertThat(news).hasSize(1);
    }

    @Test
    void an_invitation_is_mailed_again_until_its_guest_has_come() {
        staff.invite("Ane Lasa", "ane@musette.example", Role.REPORTER, "Maite");
        var ane = staff.byEmail("ane@musette.example").orElseThrow();

        staff.inviteAgain(ane.id(), "Jon");
        assertThat(news.getLast()).isEqualTo(new StaffInvited(ane.id(), "Jon"));
        assertThat(staff.isOpened()).isFalse();

        staff.cameIn(ane.id());
        staff.inviteAgain(ane.id(), "Jon");
        staff.inviteAgain(99, "Jon");

        assertThat(news).hasSize(2);
        assertThat(staff.isOpened()).isTrue();
        assertThat(staff.members())
                .filteredOn(Staff.Member::hasCome)
                .extracting(Staff.Member::author)
                .containsExactly(ane);
    }

    @Test
    void owners_come_first_then_editors_then_reporters_by_name() {
        staff.join("Zuriñe Mendi", "zurine@musette.example", "", Role.EDITOR);
        staff.join("Ane Lasa", "ane@musette.example", "", Role.REPORTER);
        staff.join("Jon Ibarra", "jon@musette.example", "", Role.EDITOR);

        assertThat(staff.members())
                .extracting(member -> member.author().name())
                .containsExactly("Maite Etxeberria", "Jon Ibarra", "Zuriñe Mendi", "Ane Lasa");
    }

    @Test
    void one_owner_always_stays() {
        assertThat(staff.changeRole(owner.id(), Role.EDITOR)).isEqualTo(NO_OWNER);
        assertThat(staff.remove(owner.id())).isEqualTo(NO_OWNER);
        assertThat(staff.changeRole(owner.id(), Role.OWNER)).isEmpty();

        var ane = staff.join("Ane Lasa", "ane@musette.example", "", Role.REPORTER);
        assertThat(staff.changeRole(ane.id(), Role.OWNER)).isEmpty();
        assertThat(staff.remove(owner.id())).isEmpty();
        assertThat(staff.owner().id()).isEqualTo(ane.id());
        assertThat(staff.changeRole(ane.id(), Role.REPORTER)).isEqualTo(NO_OWNER);
    }

    @Test
    void another_role_counts_from_the_next_request_on() {
        var ane = staff.join("Ane Lasa", "ane@musette.example", "", Role.REPORTER);
        assertThat(staff.roleOnDuty(ane.id())).contains(Role.REPORTER);

        staff.changeRole(ane.id(), Role.EDITOR);
        assertThat(staff.roleOnDuty(ane.id())).contains(Role.EDITOR);

        staff.remove(ane.id());
        assertThat(staff.roleOnDuty(ane.id())).isEmpty();
        assertThat(staff.isOnDuty(ane.id())).isFalse();
        assertThat(staff.roleOnDuty(99)).isEmpty();
    }

    @Test
    void who_was_removed_stays_as_they_were_and_leaves_the_address_to_another() {
        var ane = staff.join("Ane Lasa", "ane@musette.example", "Writes.", Role.REPORTER);
        staff.remove(ane.id());

        staff.changeRole(ane.id(), Role.OWNER);
        staff.changeByline(ane.id(), "Somebody Else", "");
        assertThat(staff.byId(ane.id())).contains(ane);
        assertThat(staff.names()).containsEntry(ane.id(), "Ane Lasa");

        var other = staff.join("Ane Lasa", "ane@musette.example", "", Role.REPORTER);
        assertThat(other.slug()).isEqualTo("ane-lasa-2");
        assertThat(staff.byEmail("ane@musette.example")).contains(other);
    }

    @Test
    void a_byline_changes_and_the_address_of_its_page_stays() {
        var ane = staff.join("Ane Lasa", "ane@musette.example", "", Role.REPORTER);

        assertThat(staff.changeByline(ane.id(), " Ane Lasa Ruiz ", " Rides.\n")).isEmpty();
        var now = staff.bySlug("ane-lasa").orElseThrow();
        assertThat(now.name()).isEqualTo("Ane Lasa Ruiz");
        assertThat(now.biography()).isEqualTo("Rides.");
        assertThat(staff.changeByline(ane.id(), "", "Rides.")).isNotEmpty();
        assertThat(staff.changeByline(ane.id(), "Ane", "b".repeat(2_001))).isNotEmpty();
        assertThat(staff.changeByline(ane.id(), "A".repeat(100), "b".repeat(2_000))).isEmpty();
    }

    @Test
    void several_are_answered_in_the_order_in_which_they_were_asked_for() {
        var ane = staff.join("Ane Lasa", "ane@musette.example", "", Role.REPORTER);

        assertThat(staff.byIds(List.of(ane.id(), 99L, owner.id()))).containsExactly(ane, owner);
        assertThat(staff.byIds(List.of())).isEmpty();
    }

    @Test
    void a_name_without_a_letter_has_a_page_all_the_same() {
        var nobody = staff.join("…", "dots@musette.example", "", Role.REPORTER);

        assertThat(nobody.slug()).isEqualTo("author");
    }
}
