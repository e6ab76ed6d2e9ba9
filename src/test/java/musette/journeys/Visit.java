package musette.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/// One browser without a window: it keeps cookies, says where its forms come from, and follows
/// nothing by itself.
final class Visit {
    private final House house;
    private final String language;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
                    .build();

    Visit(House house) {
        this(house, "en-GB,en;q=0.9");
    }

    Visit(House house, String language) {
        this.house = house;
        this.language = language;
    }

    HttpResponse<String> get(String path) {
        return send(request(path).GET().build());
    }

    HttpResponse<String> get(String path, String header, String value) {
        return send(request(path).header(header, value).GET().build());
    }

    /// Sends a form: names and values in turn. The proof that forms of signed-in readers carry is
    /// fetched from the account page first.
    HttpResponse<String> post(String path, String... fields) {
        var form = new StringJoiner("&");
        for (int i = 0; i < fields.length; i += 2) {
            form.add(fields[i] + "=" + encoded(fields[i + 1]));
        }
        if (path.startsWith("/account")) {
            form.add("_csrf=" + encoded(field(get("/account"), "_csrf")));
        }
        return send(
                request(path)
                        .header("Sec-Fetch-Site", "same-origin")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form.toString()))
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

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(house.address(path)))
                .header("Accept-Language", language);
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
}
