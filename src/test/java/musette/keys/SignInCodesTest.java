package musette.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.IntStream;
import musette.store.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(TestDatabase.class)
class SignInCodesTest {
    private static final Instant FINISH = Instant.parse("2023-04-01T15:12:00Z");
    private static final Duration LIFETIME = Duration.ofMinutes(15);

    private final JdbcClient sql;
    private final SignInCodes codes;

    SignInCodesTest(JdbcClient sql) {
        this.sql = sql;
        codes = at(FINISH);
    }

    @Test
    void a_code_works_once_in_the_browser_that_asked() {
        var asking = asks();
        var stranger = asks();
        var code = mailed(asking, "7");

        assertThat(codes.redeem("reader", stranger, code)).isEmpty();
        assertThat(codes.redeem("reader", "no key of ours", code)).isEmpty();
        assertThat(codes.redeem("staff", asking, code)).isEmpty();
        assertThat(codes.redeem("reader", asking, code)).contains("7");
        assertThat(codes.redeem("reader", asking, code)).isEmpty();
    }

    @Test
    void a_code_may_be_typed_as_people_type() {
        var asking = asks();
        var code = mailed(asking, "7");

        assertThat(code).matches("[0-9]{4} [0-9]{4}");
        assertThat(codes.redeem("reader", asking, " " + code.replace(' ', '-') + "\n"))
                .contains("7");
    }

    @Test
    void after_five_wrong_tries_the_right_code_is_worth_nothing() {
        var asking = asks();
        var code = mailed(asking, "7");
        var wrong = code.startsWith("0") ? "1111 1111" : "0000 0000";

        for (int tries = 0; tries < 5; tries++) {
            assertThat(codes.redeem("reader", asking, wrong)).isEmpty();
        }
        assertThat(codes.redeem("reader", asking, code)).isEmpty();
        assertThat(codes.begin("reader", Optional.of(asking), LIFETIME)).isNotEqualTo(asking);
    }

    @Test
    void a_code_ends_with_its_time_and_with_its_owners_other_ways_in() {
        var late = asks();
        var lateCode = mailed(late, "7");
        assertThat(at(FINISH.plus(LIFETIME)).redeem("reader", late, lateCode)).isEmpty();

        var revoked = asks();
        var code = mailed(revoked, "7");
        codes.revoke("reader", "7");
        assertThat(codes.redeem("reader", revoked, code)).isEmpty();
    }

    @Test
    void whoever_asks_again_keeps_the_key_and_with_it_the_code_that_is_on_its_way() {
        var asking = asks();
        var code = mailed(asking, "7");

        assertThat(codes.begin("reader", Optional.of(asking), LIFETIME)).isEqualTo(asking);
        assertThat(codes.begin("staff", Optional.of(asking), LIFETIME)).isNotEqualTo(asking);
        assertThat(codes.redeem("reader", asking, code)).contains("7");
    }

    @Test
    void the_empty_code_of_a_mail_that_never_went_opens_nothing() {
        assertThat(codes.redeem("reader", asks(), "")).isEmpty();
    }

    @Test
    void of_many_at_once_with_the_right_code_one_gets_in() {
        var asking = asks();
        var code = mailed(asking, "7");

        var entered =
                IntStream.range(0, 5)
                        .parallel()
                        .mapToObj(tab -> codes.redeem("reader", asking, code))
                        .filter(Optional::isPresent);
        assertThat(entered).hasSize(1);
    }

    @Test
    void neither_key_nor_code_is_kept_and_rows_go() {
        var asking = asks();
        var code = mailed(asking, "7").replace(" ", "");
        var rows = sql.sql("SELECT sign_in_code::text FROM sign_in_code").query(String.class);
        assertThat(rows.list()).isNotEmpty().noneMatch(row -> row.contains(asking));
        assertThat(rows.list()).noneMatch(row -> row.contains(code));

        at(FINISH.plus(LIFETIME).plusSeconds(1)).forgetExpired();
        assertThat(rows.list()).isEmpty();
    }

    private String asks() {
        return codes.begin("reader", Optional.empty(), LIFETIME);
    }

    private String mailed(String key, String subject) {
        return codes.issue(SignInCodes.browser(key), subject, LIFETIME);
    }

    private SignInCodes at(Instant now) {
        return new SignInCodes(sql, Clock.fixed(now, ZoneOffset.UTC));
    }
}
