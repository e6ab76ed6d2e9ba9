package musette.site;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// States that a route takes changes without a form's token, and why that is safe. Every other
/// route with an unsafe method wants one.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface WithoutToken {
    /// Who sends such a request, and what keeps strangers from sending it for somebody.
    String value();
}
