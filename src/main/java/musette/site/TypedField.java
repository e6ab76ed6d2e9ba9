package musette.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpException;
import org.springframework.security.web.firewall.RequestRejectedException;

/// A field of a form that was refused, so that its words are not lost with the page.
public record TypedField(String name, String value) {
    private static final String TOKEN = "_csrf";

    /// The filled fields of the form that came with this request.
    static List<TypedField> of(HttpServletRequest request) {
        if (!"POST".equals(request.getMethod())) {
            return List.of();
        }
        try {
            return request.getParameterMap().entrySet().stream()
                    .flatMap(field -> fields(field.getKey(), field.getValue()))
                    .toList();
        } catch (RequestRejectedException
                | HttpException.RuntimeException
                | IllegalStateException e) {
            return List.of(); // It could not be read: cut off, too large, or not text at all.
        }
    }

    private static Stream<TypedField> fields(String name, String... values) {
        return Arrays.stream(values)
                .filter(value -> !value.isBlank() && !name.equals(TOKEN))
                .map(value -> new TypedField(name, value));
    }

    /// As a label.
    public String label() {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1).replace('-', ' ');
    }

    /// Whether somebody typed it, rather than our page.
    public boolean isWords() {
        return !value.matches("[0-9]+");
    }
}
