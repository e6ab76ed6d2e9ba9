package musette.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import musette.store.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(TestDatabase.class)
class OneTimeTokensTest {
    private static final Instant FINISH = Instant.parse("2023-04-01T15:12:00Z");

    private final JdbcClient sql;

    OneTimeTokensTest(JdbcClient sql) {
        this.sql = sql;
    }

    @Test
    void a_token_works_once() {
        var tokens = at(FINISH);
        var token = tokens.issue("sign-in", "7", Duration.ofMinutes(15));

        assertThat(tokens.redeem("sign-in", token)).contains("7");
        assertThat(tokens.redeem("sign-in", token)).isEmpty();
    }

    @Test
    void looking_at_a_token_uses_nothing_up() {
        var tokens = at(FINISH);
        var token = tokens.issue("sign-in", "7", Duration.ofMinutes(15));

        assertThat(tokens.peek("sign-in", token)).contains("7");
        assertThat(tokens.peek("sign-in", token)).contains("7");
    }

    @Test
    void a_token_for_one_purpose_opens_no_other_door() {
        var tokens = at(FINISH);
        var token = tokens.issue("letter", "7", Duration.ofMinutes(15));

        assertThat(tokens.redeem("sign-in", token)).isEmpty();
    }

    @Test
    void a_token_ends_with_its_time() {
        var token = at(FINISH).issue("sign-in", "7", Duration.ofMinutes(15));

        assertThat(at(FINISH.plus(Duration.ofMinutes(15))).redeem("sign-in", token)).isEmpty();
    }

    @Test
    void a_revoked_token_is_worth_nothing() {
        var tokens = at(FINISH);
        var token = tokens.issue("sign-in", "8", Duration.ofMinutes(15));

        tokens.revoke("sign-in", "8");

        assertThat(tokens.redeem("sign-in", token)).isEmpty();
    }

    @Test
    void the_database_never_sees_the_token_itself() {
        var token = at(FINISH).issue("sign-in", "9", Duration.ofMinutes(15));

        var seen =
                sql.sql("SELECT count(*) FROM one_time_token t WHERE t::text LIKE :token")
                        .param("token", "%" + token + "%")
                        .query(Long.class)
                        .single();
        assertThat(seen).isZero();
    }

    private OneTimeTokens at(Instant now) {
        return new OneTimeTokens(sql, Clock.fixed(now, ZoneOffset.UTC));
    }
}
