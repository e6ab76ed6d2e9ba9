package musette.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Every route of ours asked by everybody there can be, with and without the form's token. The
/// routes come from the running house; the table below says who gets in, and a route without a line
/// in it fails.
class AccessMatrixTest {
    /// Who may call what, written by hand: the code must agree with it.
    private static final String TABLE =
            """
            ANYONE   GET  /
            ANYONE   GET  /about
            ANYONE   GET  /accessibility
            ANYONE   GET  /authors/{slug}
            ANYONE   GET  /topics/{slug}
            ANYONE   GET  /topics/{slug}/feed.xml
            ANYONE   GET  /calendar
            ANYONE   GET  /calendar.ics
            ANYONE   GET  /calendar/{year}/{month}
            ANYONE   GET  /desk/sign-in
            ANYONE   GET  /desk/sign-in/{token}
            ANYONE   GET  /favicon.ico
            ANYONE   GET  /feed.xml
            ANYONE   GET  /letters
            ANYONE   GET  /letters/asked
            ANYONE   GET  /letters/confirm/{token}
            ANYONE   GET  /letters/leave/{token}
            ANYONE   GET  /pictures/{name}/{version}/{file}
            ANYONE   GET  /privacy
            ANYONE   GET  /races
            ANYONE   GET  /races/{slug}
            ANYONE   GET  /nations/{name}
            ANYONE   GET  /races/{slug}/records
            ANYONE   GET  /races/{slug}/{year}
            ANYONE   GET  /races/{slug}/{year}/embed
            ANYONE   GET  /races/{slug}/{year}/history
            ANYONE   GET  /races/{slug}/{year}/{part}/history
            ANYONE   GET  /races/{slug}/{year}/{part}/{classification}/history
            ANYONE   GET  /races/{slug}/{year}/result.{form}
            ANYONE   GET  /races/{slug}/{year}/{part}
            ANYONE   GET  /races/{slug}/{year}/{part}/embed
            ANYONE   GET  /races/{slug}/{year}/{part}/result.{form}
            ANYONE   GET  /races/{slug}/{year}/{part}/{classification}
            ANYONE   GET  /races/{slug}/{year}/{part}/{classification}/embed
            ANYONE   GET  /races/{slug}/{year}/{part}/{classification}/result.{form}
            ANYONE   GET  /riders/{slug}
            ANYONE   GET  /robots.txt
            ANYONE   GET  /search
            ANYONE   GET  /share/{id}/{name}.png
            ANYONE   GET  /sign-in
            ANYONE   GET  /sign-in/sent
            ANYONE   GET  /sign-in/{token}
            ANYONE   GET  /subscribe
            ANYONE   GET  /teams/{name}/{year}
            ANYONE   GET  /till/{id}
            ANYONE   GET  /till/{id}/bank
            ANYONE   GET  /till/{id}/card
            ANYONE   GET  /till/{id}/inbox
            ANYONE   GET  /{slug}
            ANYONE   POST /desk/sign-in
            ANYONE   POST /desk/sign-in/code
            ANYONE   POST /desk/sign-in/{token}
            ANYONE   POST /letters/confirm/{token}
            ANYONE   POST /letters/leave/{token}   no token
            ANYONE   POST /letters/sign-up         no token
            ANYONE   POST /sign-in
            ANYONE   POST /sign-in/code
            ANYONE   POST /sign-in/{token}
            ANYONE   POST /subscribe
            ANYONE   POST /till/{id}
            ANYONE   POST /till/{id}/bank
            READER   GET  /account
            READER   GET  /account/cancellation
            READER   POST /account/cancellation
            READER   POST /account/resumption
            READER   POST /account/sign-out
            READER   POST /account/sign-out-everywhere
            STAFF    GET  /desk
            STAFF    GET  /desk/calendar
            STAFF    GET  /desk/find
            STAFF    GET  /desk/passkeys
            STAFF    POST /desk/passkeys
            STAFF    POST /desk/passkeys/options
            STAFF    POST /desk/passkeys/{id}/removal
            ANYONE   POST /desk/sign-in/passkey
            ANYONE   POST /desk/sign-in/passkey/options
            STAFF    GET  /desk/pictures/{name}
            STAFF    GET  /desk/results
            STAFF    GET  /desk/results/{id}
            STAFF    GET  /desk/results/progress
            STAFF    GET  /desk/stories/{id}
            STAFF    GET  /desk/stories/{id}/live
            STAFF    GET  /desk/stories/{id}/offers
            STAFF    GET  /desk/stories/{id}/preview
            STAFF    GET  /desk/stories/{id}/share.png
            STAFF    GET  /desk/stories/{id}/sharing
            STAFF    GET  /desk/stories/{id}/revisions/{number}
            STAFF    GET  /desk/stories/{id}/steps
            STAFF    POST /desk/pictures
            STAFF    POST /desk/pictures/{name}
            STAFF    POST /desk/results
            STAFF    POST /desk/results/drafts
            STAFF    POST /desk/sign-out
            STAFF    POST /desk/stories
            STAFF    POST /desk/stories/{id}/discard
            STAFF    POST /desk/stories/{id}/marks/dismissal
            STAFF    POST /desk/stories/{id}/presence
            STAFF    POST /desk/stories/{id}/restoration
            STAFF    POST /desk/stories/{id}/embargo
            EDITOR   POST /desk/stories/{id}/embargo/end
            STAFF    POST /desk/stories/{id}/result
            STAFF    POST /desk/stories/{id}/byline
            STAFF    POST /desk/stories/{id}/topics
            EDITOR   GET  /desk/topics
            EDITOR   POST /desk/topics/{slug}
            EDITOR   POST /desk/topics/{slug}/removal
            STAFF    POST /desk/stories/{id}/comments
            STAFF    POST /desk/stories/{id}/comments/{number}/answers
            STAFF    POST /desk/stories/{id}/comments/{number}/done
            STAFF    POST /desk/stories/{id}/comments/{number}/reopening
            STAFF    POST /desk/stories/{id}/comments/{number}/removal
            STAFF    POST /desk/stories/{id}/comments/{number}/words
            STAFF    POST /desk/stories/{id}/review
            STAFF    POST /desk/stories/{id}/review/end
            STAFF    POST /desk/stories/{id}/revisions
            STAFF    POST /desk/stories/{id}/revisions/{number}/restoration
            STAFF    POST /desk/stories/{id}/steps
            OWNER    GET  /desk/log
            OWNER    GET  /desk/staff
            OWNER    POST /desk/staff
            OWNER    POST /desk/staff/{id}/byline
            OWNER    POST /desk/staff/{id}/portrait
            OWNER    POST /desk/staff/{id}/portrait/removal
            OWNER    POST /desk/staff/{id}/invitation
            OWNER    POST /desk/staff/{id}/removal
            OWNER    POST /desk/staff/{id}/role
            EDITOR   POST /desk/results/{id}/application
            EDITOR   POST /desk/results/{id}/discard
            STAFF    POST /desk/results/{id}/lines
            STAFF    GET  /desk/riders
            EDITOR   POST /desk/riders
            EDITOR   POST /desk/riders/names
            EDITOR   POST /desk/riders/undo
            EDITOR   POST /desk/results/{id}/undo
            EDITOR   POST /desk/set-aside
            STAFF    POST /desk/stories/{id}/address
            EDITOR   POST /desk/stories/{id}/completion
            EDITOR   POST /desk/stories/{id}/corrections
            EDITOR   POST /desk/stories/{id}/facts/keep
            EDITOR   POST /desk/stories/{id}/facts/take
            EDITOR   POST /desk/stories/{id}/more-to-follow
            EDITOR   POST /desk/stories/{id}/plan
            EDITOR   POST /desk/stories/{id}/plan/end
            EDITOR   POST /desk/stories/{id}/publication
            EDITOR   POST /desk/stories/{id}/undo
            EDITOR   POST /desk/stories/{id}/withdrawal
            OWNER    GET  /desk/mail
            OWNER    GET  /desk/mail/{id}
            OWNER    GET  /desk/results/senders
            OWNER    POST /desk/results/senders
            OWNER    POST /desk/results/senders/{id}/end
            SENDER   POST /push/files              no token
            SENDER   POST /push/rows               no token
            SENDER   POST /push/rows/removal       no token
            OPERATOR POST /ops/tasks/{name}        no token
            OPERATOR GET  /ops/progress/{name}
            """;

    /// Ends the visitor's own session, so it is asked with another.
    private static final Set<String> ENDINGS =
            Set.of("/desk/sign-out", "/account/sign-out", "/account/sign-out-everywhere");

    private static House house;

    @BeforeAll
    static void open() {
        house = House.open(Instant.parse("2023-04-01T15:00:00Z"));
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void every_route_has_its_line_in_the_table() {
        var lines = Route.all(house).stream().map(Route::line).sorted().toList();
        var table = TABLE.lines().map(line -> line.replaceAll(" +", " ")).sorted().toList();
        assertThat(lines.stream().map(line -> line.replaceAll(" +", " ")).sorted())
                .isEqualTo(table);
    }

    @Test
    void nobody_gets_further_than_the_table_says() {
        var routes = Route.all(house);
        var asked = new TreeMap<String, Integer>();
        var wrong = new TreeSet<String>();
        for (var visitor : Visitor.all(house)) {
            for (var route : routes) {
                var mayCall = visitor.reaches().contains(route.who());
                var visit = ENDINGS.contains(route.path()) ? visitor.again() : visitor.visit();
                var answer = ask(visit, route, true);
                asked.merge(visitor.name(), 1, Integer::sum);
                if (isTurnedAway(answer) == mayCall || answer.statusCode() >= 500) {
                    wrong.add(words(visitor, route, answer));
                }
            }
        }
        System.out.printf("access matrix: %d routes, asked %s%n", routes.size(), asked);
        assertThat(wrong).isEmpty();
    }

    @Test
    void every_change_wants_its_token_whoever_asks() {
        var wrong = new TreeSet<String>();
        int asked = 0;
        for (var visitor : Visitor.all(house)) {
            for (var route : Route.all(house)) {
                if (route.method().equals("POST") && route.wantsToken()) {
                    asked++;
                    var answer = ask(visitor.visit(), route, false);
                    if (answer.statusCode() != 403) {
                        wrong.add(words(visitor, route, answer));
                    }
                }
            }
        }
        System.out.printf("form tokens: %d changes asked for without one%n", asked);
        assertThat(wrong).isEmpty();
    }

    @Test
    void looking_at_pages_makes_no_session() {
        var sql = house.ask(JdbcClient.class);
        var before = sql.sql("SELECT count(*) FROM spring_session").query(Long.class).single();
        var nobody = new Visit(house);
        for (var route : Route.all(house)) {
            if (route.method().equals("GET")) {
                ask(nobody, route, false);
            }
        }

        assertThat(sql.sql("SELECT count(*) FROM spring_session").query(Long.class).single())
                .isEqualTo(before);
    }

    @Test
    void another_browsers_token_is_worth_nothing() {
        var theirs = new Visit(house).token();
        var mine = new Visit(house);
        mine.token();

        assertThat(mine.post("/sign-in", "email", "a@b.example", "_csrf", theirs).statusCode())
                .isEqualTo(403);
    }

    private static String words(Visitor visitor, Route route, HttpResponse<String> answer) {
        return "%s, %s: %d".formatted(visitor.name(), route.line(), answer.statusCode());
    }

    private static HttpResponse<String> ask(Visit visit, Route route, boolean withToken) {
        if (route.method().equals("GET")) {
            return visit.get(route.somewhere());
        }
        return withToken ? visit.post(route.somewhere()) : visit.postAsItStands(route.somewhere());
    }

    /// Refused, or shown to a place to sign in.
    private static boolean isTurnedAway(HttpResponse<String> answer) {
        return answer.statusCode() == 401
                || answer.statusCode() == 403
                || (answer.statusCode() == 303
                        && answer.request().method().equals("GET")
                        && Visit.target(answer).endsWith("/sign-in"));
    }
}
