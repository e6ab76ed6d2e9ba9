package musette.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import musette.staff.Staff;
import musette.staff.StaffLinks;
import musette.stories.Draft;
import musette.stories.Manuscript;
import musette.stories.Manuscripts;
import musette.stories.Stories;
import musette.text.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Every form and every header, with values that break things. Whatever comes back, it is an answer
/// of ours: never a 5xx. Every address meets every third value and every value every third address;
/// `-Dtest.hostile=all` lets all meet all.
class HostileInputTest {
    private static final List<String> VALUES =
            List.of(
                    "a\u0000b",
                    "a@b\u0000.example",
                    "\u0001\u0008\u001f",
                    "\u007f\u0085",
                    "\ufffe\uffff",
                    "\ud83d",
                    "😀".repeat(200),
                    "x".repeat(10_000),
                    "-1",
                    "9".repeat(40),
                    "999999999999999999",
                    "1e309",
                    "NaN",
                    "' OR 1=1 --",
                    "${7*7}",
                    "<script>alert(1)</script>",
                    "//evil.example",
                    "\\\\evil",
                    "javascript:alert(1)",
                    "../../etc/passwd",
                    "%00%0a%0d",
                    "a\r\nSet-Cookie: x=y",
                    "٣٣٣",
                    "me@faß.de",
                    "a@[127.0.0.1]",
                    "{\"a\":1}",
                    "");
    private static final List<String> FIELDS =
            List.of(
                    ("email list website return offer term market number expiry code subscription"
                         + " revision kicker headline standfirst text note reason address pasted"
                         + " done asked word result List-Unsubscribe")
                            .split(" "));
    private static final List<String> HEADERS =
            List.of(
                    ("Cookie Accept-Language Accept-Encoding Accept Referer User-Agent"
                         + " If-None-Match If-Modified-Since Range Origin Sec-Fetch-Site"
                         + " X-Forwarded-For X-Forwarded-Host Forwarded Authorization Content-Type"
                         + " X-File-Name X-HTTP-Method-Override Transfer-Encoding Expect Upgrade")
                            .split(" "));

    private static final int TURNS = System.getProperty("test.hostile", "").equals("all") ? 1 : 3;

    private static House house;
    private static Visit owner;
    private static String story;

    @BeforeAll
    static void open() {
        house =
                House.open(
                        Instant.parse("2023-04-01T15:00:00Z"),
                        "musette.ops.demo=true",
                        "musette.post.per-client=100000",
                        "musette.site.proxies=127.0.0.1");
        owner = new Visit(house);
        owner.post(house.ask(StaffLinks.class).ownerPath());
        var member = house.ask(Staff.class).owner().id();
        story =
                Long.toString(
                        house.ask(Stories.class)
                                .open(
                                        new Draft(
                                                "",
                                                "A draft to be attacked",
                                                "",
                                                new Document(List.of()),
                                                member,
                                                OptionalLong.empty(),
                                                OptionalLong.empty(),
                                                "desk",
                                                false)));
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void no_form_field_breaks_anything() {
        var broken = new TreeSet<String>();
        int asked = 0;
        int turn = 0;
        var token = owner.token();
        for (var path : paths(RequestMethod.POST)) {
            // The sign-out would end the attack.
            if (path.contains("sign-out")) {
                continue;
            }
            for (var value : inTurn(turn++)) {
                asked++;
                note(broken, path, value, owner.postAsItStands(path, all(value, token)));
            }
        }
        for (var path : paths(RequestMethod.GET)) {
            for (var value : inTurn(turn++)) {
                asked++;
                note(broken, path, value, owner.get(path + "?" + query(value)));
            }
        }
        System.out.printf("hostile forms: %d requests%n", asked);
        assertThat(broken).isEmpty();
    }

    @Test
    void each_field_of_the_editor_alone_breaks_nothing() {
        var broken = new TreeSet<String>();
        var token = owner.token();
        for (var field : List.of("kicker", "headline", "standfirst", "text", "note", "reason")) {
            for (var value : VALUES) {
                for (var act : List.of("revisions", "publication", "corrections", "withdrawal")) {
                    var path = "/desk/stories/" + story + "/" + act;
                    var revision = String.valueOf(draft().version());
                    var fields =
                            new ArrayList<>(
                                    List.of(
                                            "_csrf",
                                            token,
                                            "version",
                                            revision,
                                            "headline",
                                            "Right",
                                            "text",
                                            "Some words.",
                                            "note",
                                            "Why"));
                    var at = fields.indexOf(field);
                    if (at >= 0) {
                        fields.set(at + 1, value);
                    } else {
                        fields.addAll(List.of(field, value));
                    }
                    note(
                            broken,
                            path + " " + field,
                            value,
                            owner.postAsItStands(path, fields.toArray(String[]::new)));
                }
            }
        }
        assertThat(broken).isEmpty();
        assertThat(house.get("/feed.xml").body()).doesNotContain("\ufffe", "\uffff", "\u0000");
    }

    private static Manuscript draft() {
        return house.ask(Manuscripts.class).byId(Long.parseLong(story)).orElseThrow();
    }

    @Test
    void no_header_breaks_anything() throws IOException {
        var broken = new TreeSet<String>();
        int asked = 0;
        int turn = 0;
        for (var path : List.of("/", "/" + slug(), "/account", "/desk", "/feed.xml", "/static/x")) {
            turn++; // Another value for each header than at the address before.
            for (var header : HEADERS) {
                for (var value : inTurn(turn++)) {
                    if (value.length() > 20_000 || value.contains("\r")) {
                        continue;
                    }
                    asked++;
                    var status =
                            Wire.firstLine(
                                    house, "GET", path, header + ": " + cookie(header, value));
                    if (status.matches("HTTP/1.1 5.*")) {
                        broken.add(path + " " + header + " " + value + ": " + status);
                    }
                }
            }
        }
        System.out.printf("hostile headers: %d requests%n", asked);
        assertThat(broken).isEmpty();
    }

    @Test
    void no_upload_breaks_anything() {
        var broken = new TreeSet<String>();
        var names =
                List.of(
                        "filename=\"a\u0001b.csv\"",
                        "filename*=UTF-8''a%00b.csv",
                        "filename=\"\"",
                        "filename=\"../../x\"",
                        "filename=\"" + "y".repeat(3_000) + "\"");
        for (var path : List.of("/desk/results", "/desk/stories", "/sign-in", "/subscribe")) {
            for (var name : names) {
                for (var part : List.of("file", "email", "pasted", "headline")) {
                    var answer = upload(path, part, name);
                    if (answer >= 500) {
                        broken.add(path + " " + part + " " + name + ": " + answer);
                    }
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    private static String slug() {
        return house.ask(Stories.class).latest(1).getFirst().slug();
    }

    private static List<String> paths(RequestMethod method) {
        return house.askAll(RequestMappingHandlerMapping.class).stream()
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .filter(route -> route.getValue().getBeanType().getName().startsWith("musette."))
                .filter(route -> route.getKey().getMethodsCondition().getMethods().contains(method))
                .flatMap(route -> route.getKey().getPatternValues().stream())
                .map(path ->
                        path.replaceAll(
                                "\\{id(:[^/]*)?}",
                                path.startsWith("/till")
                                        ? "00000000-0000-4000-8000-000000000000"
                                        : story))
                .map(path -> path.replaceAll("\\{(number|year)}", "1"))
                .map(path -> path.replaceAll("\\{[^/]*}", "nothing"))
                .distinct()
                .toList();
    }

    /// The values for one address; the next one gets others.
    private static List<String> inTurn(int turn) {
        return IntStream.range(0, VALUES.size())
                .filter(i -> (i + turn) % TURNS == 0)
                .mapToObj(VALUES::get)
                .toList();
    }

    private static String[] all(String value, String token) {
        var fields = new ArrayList<String>();
        FIELDS.forEach(field -> fields.addAll(List.of(field, value)));
        fields.addAll(List.of("_csrf", token));
        return fields.toArray(String[]::new);
    }

    private static String query(String value) {
        var cut = value.substring(0, Math.min(200, value.length()));
        return FIELDS.stream()
                .limit(8)
                .map(field -> field + "=" + URLEncoder.encode(cut, StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static void note(
            Set<String> broken, String path, String value, HttpResponse<String> answer) {
        if (answer.statusCode() >= 500) {
            broken.add(
                    "%s %s: %d"
                            .formatted(
                                    path,
                                    value.substring(0, Math.min(20, value.length())),
                                    answer.statusCode()));
        }
    }

    private static String cookie(String header, String value) {
        return header.equals("Cookie")
                ? "musette-session=%s; musette-meter=%s; musette-form=%s; musette-market=%s; musette-till=%s"
                        .formatted(value, value, value, value, value)
                : value;
    }

    /// With the session and the token, so that nothing but the upload is strange.
    private static int upload(String path, String part, String name) {
        var body =
                """
                --x\r
                Content-Disposition: form-data; name="_csrf"\r
                \r
                %s\r
                --x\r
                Content-Disposition: form-data; name="%s"; %s\r
                Content-Type: text/csv\r
                \r
                rank,rider\r
                --x--\r
                """
                        .formatted(owner.token(), part, name);
        return owner.postBody(path, "multipart/form-data; boundary=x", body).statusCode();
    }
}
