package musette.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import musette.keys.OneTimeTokens;
import musette.post.Mailbox;
import musette.push.Senders;
import musette.readers.Readers;
import musette.site.Who;
import musette.staff.Author;
import musette.staff.Staff;
import musette.staff.StaffLinks;

/// Everybody there can be.
///
/// @param comes how such a visitor comes in
/// @param reaches whom the guard takes this visitor for
record Visitor(String name, Supplier<Visit> comes, Visit visit, Set<Who> reaches) {

    static List<Visitor> all(House house) {
        return List.of(
                of("nobody", () -> new Visit(house), Who.ANYONE),
                of("reader", () -> reader(house), Who.ANYONE, Who.READER),
                of("reporter", () -> staff(house, Author.Role.REPORTER), Who.ANYONE, Who.STAFF),
                of(
                        "editor",
                        () -> staff(house, Author.Role.EDITOR),
                        Who.ANYONE,
                        Who.STAFF,
                        Who.EDITOR),
                of(
                        "owner",
                        () -> staff(house, Author.Role.OWNER),
                        Who.ANYONE,
                        Who.STAFF,
                        Who.EDITOR,
                        Who.OWNER),
                of("sender", () -> sender(house), Who.ANYONE, Who.SENDER),
                of("removed owner", () -> removed(house), Who.ANYONE),
                of("forged session", () -> forged(house), Who.ANYONE),
                of("expired link", () -> expired(house), Who.ANYONE));
    }

    Visit again() {
        return comes.get();
    }

    private static Visitor of(String name, Supplier<Visit> comes, Who... reaches) {
        return new Visitor(name, comes, comes.get(), Set.of(reaches));
    }

    private static Visit reader(House house) {
        var address = Mailbox.parse(System.nanoTime() + "@reader.example").orElseThrow();
        var readers = house.ask(Readers.class);
        var reader = readers.register(address).or(() -> readers.byEmail(address)).orElseThrow();
        var visit = new Visit(house);
        var token =
                house.ask(OneTimeTokens.class)
                        .issue("reader-sign-in", Long.toString(reader.id()), Duration.ofMinutes(9));
        visit.post("/sign-in/" + token);
        assertThat(visit.get("/account").statusCode()).isEqualTo(200);
        return visit;
    }

    private static Visit staff(House house, Author.Role role) {
        var member =
                house.ask(Staff.class)
                        .join(
                                "Some " + role,
                                role + "." + System.nanoTime() + "@musette.example",
                                "",
                                role);
        return signedIn(house, member.id());
    }

    private static Visit signedIn(House house, long member) {
        var visit = new Visit(house);
        visit.post(house.ask(StaffLinks.class).pathFor(member));
        assertThat(visit.get("/desk").statusCode()).isEqualTo(200);
        return visit;
    }

    private static Visit sender(House house) {
        var made =
                house.ask(Senders.class).make("Timing " + System.nanoTime(), "", true, "the owner");
        return Visit.withToken(house, ((Senders.Made) made).token());
    }

    private static Visit removed(House house) {
        var staff = house.ask(Staff.class);
        var member =
                staff.join("Gone", System.nanoTime() + "@musette.example", "", Author.Role.OWNER);
        var visit = signedIn(house, member.id());
        staff.remove(member.id());
        return visit;
    }

    private static Visit forged(House house) {
        var visit = new Visit(house);
        visit.bringCookie("musette-session", "AAAA");
        return visit;
    }

    private static Visit expired(House house) {
        var visit = new Visit(house);
        var link = house.ask(StaffLinks.class).ownerPath();
        house.clock().advance(Duration.ofHours(2));
        visit.post(link);
        house.clock().advance(Duration.ofHours(-2));
        return visit;
    }
}
