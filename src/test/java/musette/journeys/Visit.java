package musette.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/// One browser without a window: it keeps cookies, says where its forms come from, and follows
/// nothing by itself.
final class Visit {
    private final House house;
    private final String language;
    private final String token;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();

    Visit(House house) {
        this(house, "en-GB,en;q=0.9");
    }

    Visit(House house, String language) {
        this(house, language, "");
    }

    private Visit(House house, String language, String token) {
        this.house = house;
        this.language = language;
        this.token = token;
    }

    /// A program's, which shows a token with everything it asks for.
    static Visit withToken(House house, String token) {
        return new Visit(house, "en", token);
    }

    HttpResponse<String> get(String path) {
        return send(request(path).GET().build());
    }

    HttpResponse<String> get(String path, String header, String value) {
        return send(request(path).header(header, value).GET().build());
    }

    /// Sends a form: names and values in turn, and this browser's token unless one is among them.
    HttpResponse<String> post(String path, String... fields) {
        if (List.of(fields).contains("_csrf")) {
            return postAsItStands(path, fields);
        }
        var all = new ArrayList<>(List.of(fields));
        all.addAll(List.of("_csrf", token()));
        return postAsItStands(path, all.toArray(String[]::new));
    }

    /// The token that this browser's forms carry.
    String token() {
        return field(get("/sign-in"), "_csrf");
    }

    /// Plants a cookie that the site never gave.
    void bringCookie(String name, String value) {
        var cookie = new HttpCookie(name, value);
        cookie.setPath("/");
        cookie.setVersion(0);
        cookies.getCookieStore().add(URI.create(house.address("/")), cookie);
    }

    /// The value of a cookie that the site gave.
    String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElseThrow();
    }

    /// Sends a form with just these fields.
    HttpResponse<String> postAsItStands(String path, String... fields) {
        var form = new StringJoiner("&");
        for (int i = 0; i < fields.length; i += 2) {
            form.add(encoded(fields[i]) + "=" + encoded(fields[i + 1]));
        }
        return postBody(path, "application/x-www-form-urlencoded", form.toString());
    }

    HttpResponse<String> postBody(String path, String type, String body) {
        return send(
                request(path)
                        .header("Sec-Fetch-Site", "same-origin")
                        .header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build());
    }

    /// Sends JSON as the desk's scripts do.
    HttpResponse<String> postJson(String path, String json) {
        return send(
                request(path)
                        .header("Sec-Fetch-Site", "same-origin")
                        .header("Content-Type", "application/json")
                        .header("Accept", "application/json")
                        .header("X-XSRF-TOKEN", token())
                        .POST(HttpRequest.BodyPublishers.ofString(json))
                        .build());
    }

    /// The value of a hidden field on a page; empty when there is none.
    static String field(HttpResponse<String> page, String name) {
        var field = Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"");
        var found = field.matcher(page.body());
        return found.find() ? found.group(1) : "";
    }

    /// Where a redirect leads, as a path.
    static String target(HttpResponse<String> answer) {
        return URI.create(answer.headers().firstValue("Location").orElse("")).getRawPath();
    }

    /// Where a redirect leads, word for word.
    static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private HttpRequest.Builder request(String path) {
        var request =
                HttpRequest.newBuilder(URI.create(house.address(path)))
                        .header("Accept-Language", language);
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /// The code to sign in with that stands in a mail.
    static String code(String mail) {
        return mail.lines()
                .filter(line -> line.matches("[0-9]{4} [0-9]{4}"))
                .findFirst()
                .orElseThrow();
    }
}
