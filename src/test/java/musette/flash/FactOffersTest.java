package musette.flash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import musette.flash.FactOffers.Offer;
import musette.racing.Palmares;
import musette.racing.Result;
import musette.racing.Stored;
import musette.store.RolledBack;
import musette.text.Document.Inline;
import musette.text.FactLink;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// What a row of a result offers to whoever writes a text of their own.
class FactOffersTest extends RolledBack {
    private static final String HEAD =
            "# race: Gran Premio Miguel Indurain\n# date: 2023-04-01\n"
                    + "place,family,given,team,time,gap,status\n";
    private static final Result RESULT =
            Stored.of(
                    HEAD
                            + "1,Izagirre,Ion,Cofidis,5:09:05,,\n"
                            + "2,Higuita,Sergio,BORA - hansgrohe,,+0:02,\n"
                            + "3,Skjelmose,Mattias,Trek - Segafredo,,same time,\n"
                            + ",Kron,Andreas,,,,DNF\n");

    private final FactOffers offers;

    FactOffersTest(JdbcClient sql, TransactionTemplate transaction) {
        super(sql, transaction);
        offers = new FactOffers(new Palmares(sql));
    }

    @Test
    void each_row_offers_its_rider_team_and_place() {
        var offered = offers.of(RESULT);

        assertThat(offered).hasSize(4);
        assertThat(words(offered.stream().map(Offer::rider).toList()))
                .containsExactly(
                        "Ion Izagirre", "Sergio Higuita", "Mattias Skjelmose", "Andreas Kron");
        assertThat(words(offered.stream().map(Offer::family).toList()))
                .containsExactly("Izagirre", "Higuita", "Skjelmose", "Kron");
        assertThat(words(offered.stream().flatMap(it -> it.team().stream()).toList()))
                .containsExactly("Cofidis", "BORA - hansgrohe", "Trek - Segafredo");
        assertThat(words(offered.stream().flatMap(it -> it.placing().stream()).toList()))
                .containsExactly("first", "second", "third");
    }

    @Test
    void who_did_not_finish_offers_a_name_alone() {
        var kron = offers.of(RESULT).getLast();

        assertThat(kron.team()).isEmpty();
        assertThat(kron.placing()).isEmpty();
        assertThat(kron.gap()).isEmpty();
    }

    @Test
    void a_gap_is_behind_the_winner_and_the_winners_own_is_a_time() {
        assertThat(offers.of(RESULT))
                .extracting(it -> it.gap().map(Inline.Fact::text))
                .containsExactly(
                        Optional.of("5:09:05"),
                        Optional.of("two seconds"),
                        Optional.of("the same time"),
                        Optional.empty());
        assertThat(offers.of(RESULT).get(1).gap().orElseThrow().link())
                .isEqualTo(new FactLink("gap", "result/1/rider/4/gap", "200"));
    }

    @Test
    void a_gap_that_nobody_can_tell_is_not_offered() {
        var result = Stored.of(HEAD + "1,Izagirre,Ion,Cofidis,,,\n2,Higuita,Sergio,BORA,,,\n");

        assertThat(offers.of(result)).allSatisfy(it -> assertThat(it.gap()).isEmpty());
    }

    @Test
    void what_is_offered_is_taken_word_for_word() {
        var gap = offers.of(RESULT).get(1).gap().orElseThrow();
        var rider = offers.of(RESULT).get(2).rider();

        assertThat(offers.areOffered(RESULT, List.of(gap, rider))).isTrue();
        assertThat(offers.areOffered(RESULT, List.of())).isTrue();
        assertThat(isOffered("two seconds", "result/1/rider/4/gap", "200")).isTrue();
        assertThat(isOffered("2 s", "result/1/rider/4/gap", "200")).isFalse();
        assertThat(isOffered("two seconds", "result/1/rider/4/gap", "300")).isFalse();
        assertThat(isOffered("two seconds", "result/2/rider/4/gap", "200")).isFalse();
    }

    private boolean isOffered(String words, String source, String value) {
        var fact = new Inline.Fact(words, new FactLink("gap", source, value));
        return offers.areOffered(RESULT, List.of(offers.of(RESULT).getFirst().rider(), fact));
    }

    private static List<String> words(List<Inline.Fact> facts) {
        return facts.stream().map(Inline.Fact::text).toList();
    }
}
