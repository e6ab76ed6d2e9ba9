package musette.racing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Riders whom the house meets for the first time, many at once.
class RidersOfAFileTest extends RacingRoom {
    RidersOfAFileTest(JdbcClient sql, TransactionTemplate transaction) {
        super(sql, transaction);
    }

    @Test
    void names_that_would_have_one_address_have_several() {
        assertThat(
                        riders(
                                Indurain.entrant("Silva", "Ana", "POR"),
                                Indurain.entrant("Silva", "Ana", "ESP"),
                                Indurain.entrant("Silva 2", "Ana", "BRA"),
                                Indurain.entrant("★", "★", "JPN"),
                                Indurain.entrant("Rider", "", "USA")))
                .containsExactly("ana-silva", "ana-silva-2", "ana-silva-2-2", "rider", "rider-2");
    }

    @Test
    void a_provider_s_own_word_knows_a_rider_under_another_name() {
        var ion = known("Izagirre", "Ion", "firstcycling/1");
        var gorka = known("Izagirre", "Gorka", "firstcycling/2");
        store(ion, gorka);

        assertThat(riders(known("Izaguirre Insausti", "Ion", "firstcycling/1")))
                .containsExactly("ion-izagirre");
        assertThat(riders(known("Izaguirre", "Ion", "procyclingstats/1")))
                .as("another provider's number means nothing")
                .containsExactly("ion-izaguirre");
        assertThat(riders(known("Roglič", "Primož", "firstcycling/2")))
                .as("a column that has slipped makes nobody another")
                .containsExactly("primoz-roglic");
        assertThat(riders(known("Izagirre", "Gorka", "firstcycling/1")))
                .as("a name that fits one rider comes first")
                .containsExactly("gorka-izagirre");
        assertThat(riders(known("Izagirre G.", "", "firstcycling/1")))
                .as("and the newest file says whose word it is")
                .containsExactly("gorka-izagirre");
    }

    @Test
    void a_provider_s_own_word_tells_two_of_one_name_apart() {
        store(
                new ResultFile.Entrant(
                        "10000000001", "Pinto", "Diogo", null, null, "timing/a", null),
                new ResultFile.Entrant(
                        "10000000002", "Pinto", "Diogo", null, null, "timing/b", null));

        assertThat(riders(known("Pinto", "Diogo", "timing/b"))).containsExactly("diogo-pinto-2");
        assertThat(riders(known("Pinto", "Diogo", "timing/c"))).containsExactly("");
    }

    @Test
    void a_name_that_two_bear_is_one_rider_s_once_somebody_says_that_they_are_one() {
        store(Indurain.entrant("Pinto", "Diogo", "POR"));
        store(Indurain.entrant("Pinto", "Diogo", "BRA"));
        assertThat(riders(Indurain.entrant("Pinto", "Diogo", null))).containsExactly("");

        var one = rider("diogo-pinto");
        var other = rider("diogo-pinto-2");
        assertThat(identities.decide(one.id(), other.id(), true, "Ane Lasa")).isEmpty();

        assertThat(
                        riders(
                                Indurain.entrant("Pinto", "Diogo", null),
                                Indurain.entrant("Kron", "Andreas", "DEN")))
                .containsExactly("diogo-pinto", "andreas-kron");
    }

    @Test
    void a_provider_s_word_makes_nobody_one_whom_two_uci_ids_tell_apart() {
        store(new ResultFile.Entrant("10000000001", "Pinto", "Diogo", null, null, "t/a", null));

        assertThat(
                        riders(
                                new ResultFile.Entrant(
                                        "10000000002",
                                        "Pinto Silva",
                                        "Diogo",
                                        null,
                                        null,
                                        "t/a",
                                        null)))
                .containsExactly("diogo-pinto-silva");
        assertThat(
                        riders(
                                new ResultFile.Entrant(
                                        null, "Pinto Silva", "D.", null, null, "t/a", null)))
                .as("the newest file says whose word it is")
                .containsExactly("diogo-pinto-silva");
    }

    private static ResultFile.Entrant known(String family, String given, String key) {
        return new ResultFile.Entrant(null, family, given, null, null, key, null);
    }

    private Results.Stored store(ResultFile.Entrant... entrants) {
        return (Results.Stored) results.store(file(List.of(entrants)), "Ane Lasa");
    }

    /// The addresses of those who stand in the result then; empty for one who is in doubt.
    private List<String> riders(ResultFile.Entrant... entrants) {
        var stored = store(entrants);
        return results.byId(stored.result()).orElseThrow().rows().stream()
                .map(row -> row.competitor() instanceof Rider rider ? rider.slug() : "")
                .toList();
    }

    private static ResultFile file(List<ResultFile.Entrant> entrants) {
        var rows = new ArrayList<ResultFile.Row>();
        IntStream.range(0, entrants.size())
                .forEach(i ->
                        rows.add(
                                new ResultFile.Row(
                                        entrants.get(i),
                                        "Aurora",
                                        new Placing(
                                                i + 1,
                                                false,
                                                null,
                                                null,
                                                null,
                                                false,
                                                Placing.Status.FINISHED,
                                                null,
                                                "",
                                                i + 1))));
        return new ResultFile(Indurain.head(Result.Standing.OFFICIAL), rows);
    }
}
