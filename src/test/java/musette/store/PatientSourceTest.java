package musette.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class PatientSourceTest {
    @Test
    void an_address_keeps_what_somebody_chose_and_nothing_else() {
        var server = new PGSimpleDataSource();
        server.setUrl(
                "jdbc:postgresql://db.example:5433/news?sslmode=verify-full&options=-c%20a=b");
        server.setConnectTimeout(3);

        assertThat(server.getUrl()).contains("adaptiveFetch=false");
        assertThat(PatientSource.shortened(server.getUrl()))
                .startsWith("jdbc:postgresql://db.example:5433/news?")
                .contains("sslmode=verify-full", "options=-c+a%3Db", "connectTimeout=3")
                .doesNotContain("adaptiveFetch")
                .hasSizeLessThan(200);
    }

    @Test
    void an_address_without_settings_stays_as_it_is() {
        assertThat(PatientSource.shortened("jdbc:postgresql://127.0.0.1:5432/news"))
                .isEqualTo("jdbc:postgresql://127.0.0.1:5432/news");
    }
}
