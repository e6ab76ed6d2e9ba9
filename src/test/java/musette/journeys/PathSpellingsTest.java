package musette.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A guarded address has one spelling; some hundred others of each open nothing.
class PathSpellingsTest {
    private static final String[] BETWEEN =
            (";x=y ;jsessionid=1 ; %3b %3B / /. /./ /../ // /// %2f %2F %252f %5c %5C \\ %2e %2E"
                 + " %2e%2e ..;/ %00 %01 %09 %0a %0d %0d%0a %20 + %c0%af %c0%ae %c1%9c %e0%80%af"
                 + " %ef%bc%8f %e2%88%95 %u002f %ff %7f %ad %3f %23 . .. ~ *")
                    .split(" ");
    private static final String[] BEHIND =
            "/ // /. /.. ; ;a=b %20 %00 .json .html /%2e /%2e%2e/desk %0a".split(" ");
    private static final String[] BEFORE =
            "/. /.. /x/.. /%2e%2e /static/.. /static/%2e%2e /races/..; // /;/".split(" ");
    private static final int LEAST_SPELLINGS = 200;

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
    void no_spelling_of_a_guarded_address_opens_it() throws IOException {
        var opened = new TreeSet<String>();
        int asked = 0;
        for (var path :
                List.of(
                        "/desk",
                        "/desk/mail",
                        "/desk/results",
                        "/desk/stories/1",
                        "/desk/stories/1/preview",
                        "/account",
                        "/account/cancellation")) {
            var spellings = spellings(path);
            assertThat(spellings).hasSizeGreaterThan(LEAST_SPELLINGS);
            for (var spelling : spellings) {
                asked++;
                var status = Wire.firstLine(house, "GET", spelling, "X-None: 1");
                if (status.matches("HTTP/1.1 [25].*")) {
                    opened.add(spelling + ": " + status);
                }
            }
        }
        System.out.printf("spellings of guarded addresses: %d%n", asked);
        assertThat(opened).isEmpty();
    }

    @Test
    void no_spelling_of_a_change_passes_without_its_token() throws IOException {
        var passed = new TreeSet<String>();
        int asked = 0;
        for (var path : List.of("/desk/stories", "/desk/sign-in", "/subscribe", "/sign-in")) {
            for (var spelling : spellings(path)) {
                asked++;
                var status = Wire.firstLine(house, "POST", spelling, "Content-Length: 0");
                if (status.matches("HTTP/1.1 [235].*")) {
                    passed.add(spelling + ": " + status);
                }
            }
        }
        System.out.printf("spellings of changes without a token: %d%n", asked);
        assertThat(passed).isEmpty();
    }

    private static Set<String> spellings(String path) {
        var all = new LinkedHashSet<String>();
        for (int i = 1; i < path.length(); i++) {
            var before = path.substring(0, i);
            var after = path.substring(i + 1);
            var hex = "%02x".formatted((int) path.charAt(i));
            all.add(before + "%" + hex + after);
            all.add(before + "%25" + hex + after);
            all.add(before + Character.toUpperCase(path.charAt(i)) + after);
            for (var seed : BETWEEN) {
                all.add(before + seed + path.substring(i));
            }
        }
        for (var end : BEHIND) {
            all.add(path + end);
        }
        for (var start : BEFORE) {
            all.add(start + path);
        }
        all.remove(path);
        return all;
    }
}
