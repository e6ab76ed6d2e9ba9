package musette.racing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import musette.racing.RaceHistory.Win;
import org.junit.jupiter.api.Test;

/// What follows from a race's winners, and what does not.
class RaceHistoryTest {
    private static final Race RACE =
            new Race(1, "gran-premio-miguel-indurain", "Gran Premio Miguel Indurain", null, "ESP");
    private static final Rider VALVERDE = rider(1, "Alejandro", "Valverde", "1980-04-25");
    private static final Rider YATES = rider(2, "Simon", "Yates", "1992-08-07");
    private static final Rider IZAGIRRE = rider(3, "Ion", "Izagirre", "1989-02-04");
    private static final Rider IZAGIRRE_INSAUSTI = rider(4, "Ion", "Izagirre Insausti", null);

    @Test
    void most_wins_are_counted_from_the_year_on_that_is_known() {
        var history =
                history(
                        2014,
                        win(2022, YATES),
                        win(2021, VALVERDE),
                        win(2018, VALVERDE),
                        win(2014, VALVERDE),
                        win(2010, YATES),
                        win(2009, YATES));

        assertThat(history.mostWins())
                .containsExactly(new RaceHistory.Winner(VALVERDE, List.of(2014, 2018, 2021)));
        assertThat(history.mostInARow())
                .containsExactly(new RaceHistory.Winner(VALVERDE, List.of(2014, 2018, 2021)));
    }

    @Test
    void wins_in_a_row_end_with_another_winner_and_one_is_none() {
        assertThat(
                        history(2014, win(2017, YATES), win(2016, VALVERDE), win(2015, YATES))
                                .mostInARow())
                .isEmpty();
        assertThat(history(2014, win(2016, VALVERDE), win(2015, YATES)).mostWins()).isEmpty();
        assertThat(
                        history(
                                        2014,
                                        win(2018, YATES),
                                        win(2017, YATES),
                                        win(2016, VALVERDE),
                                        win(2015, VALVERDE))
                                .mostInARow())
                .extracting(RaceHistory.Winner::years)
                .containsExactlyInAnyOrder(List.of(2015, 2016), List.of(2017, 2018));
    }

    @Test
    void nothing_is_counted_where_years_may_be_missing_or_names_be_one_persons() {
        var wins = List.of(win(2021, VALVERDE), win(2018, VALVERDE));
        assertThat(new RaceHistory(OptionalInt.empty(), false, false, wins, List.of()).mostWins())
                .isEmpty();
        assertThat(new RaceHistory(OptionalInt.of(2014), false, true, wins, List.of()).mostWins())
                .isEmpty();
        var alike = List.of(win(2023, IZAGIRRE), win(2016, IZAGIRRE_INSAUSTI));
        var undecided = new RiderIdentities.People(Map.of(), Set.of());
        assertThat(RaceHistory.isDoubtful(alike, undecided)).isTrue();

        var decided = new RiderIdentities.People(Map.of(3L, 3L, 4L, 3L), Set.of());
        var winners =
                alike.stream()
                        .map(win -> new Races.Winner(win.edition(), win.rider(), null))
                        .toList();
        var one = RaceHistory.underOneName(winners, decided);
        assertThat(one).extracting(Win::rider).containsOnly(IZAGIRRE_INSAUSTI);
        assertThat(RaceHistory.isDoubtful(one, decided)).isFalse();
    }

    @Test
    void the_youngest_and_the_oldest_are_told_when_every_age_is_known_to_the_day() {
        var wins = new ArrayList<>(List.of(win(2021, VALVERDE), win(2019, YATES)));
        var history = new RaceHistory(OptionalInt.of(2014), false, false, wins, List.of());
        assertThat(history.youngest()).contains(new RaceHistory.Aged(YATES, 2019, 26, 237));
        assertThat(history.oldest()).contains(new RaceHistory.Aged(VALVERDE, 2021, 40, 341));

        wins.add(win(2016, IZAGIRRE_INSAUSTI));
        var unknown = new RaceHistory(OptionalInt.of(2014), false, false, wins, List.of());
        assertThat(unknown.youngest()).isEqualTo(Optional.empty());
    }

    @Test
    void the_smallest_margin_may_be_shared() {
        var margins =
                List.of(
                        new RaceHistory.Margin(2023, new Gap(200)),
                        new RaceHistory.Margin(2022, new Gap(0)),
                        new RaceHistory.Margin(2021, new Gap(0)));
        var history = new RaceHistory(OptionalInt.empty(), false, false, List.of(), margins);

        assertThat(history.closest())
                .extracting(RaceHistory.Margin::year)
                .containsExactly(2022, 2021);
    }

    @Test
    void what_is_known_ends_before_the_first_year_that_is_missing() {
        var winners =
                new TreeMap<>(
                        Map.of(
                                2018, List.of("a"),
                                2020, List.of("b"),
                                2021, List.<String>of(),
                                2022, List.of("c")));
        assertThat(new WinnersHistory<>(2010, null, winners).knownSince()).hasValue(2020);
        assertThat(new WinnersHistory<>(2021, null, winners).knownSince()).hasValue(2021);
        assertThat(new WinnersHistory<>(null, null, winners).knownSince()).isEmpty();
        assertThat(new WinnersHistory<>(2010, 2020, winners).isWhole()).isTrue();
        assertThat(new WinnersHistory<>(2010, 2019, winners).isWhole()).isFalse();
    }

    private static RaceHistory history(int since, Win... wins) {
        return new RaceHistory(OptionalInt.of(since), false, false, List.of(wins), List.of());
    }

    private static Win win(int year, Rider rider) {
        return new Win(
                new Edition(
                        year,
                        RACE,
                        year,
                        RACE.name(),
                        Race.Kind.ROAD,
                        LocalDate.of(year, 4, 1),
                        null,
                        null,
                        null,
                        null,
                        Edition.Status.HELD),
                rider);
    }

    private static Rider rider(long id, String given, String family, String born) {
        var slug = Names.slug(given + " " + family);
        return new Rider(
                id,
                null,
                family,
                given,
                given + " " + family,
                slug,
                "ESP",
                born == null ? null : LocalDate.parse(born));
    }

    @Test
    void the_smallest_margin_is_the_smallest_there_is() {
        var margins =
                List.of(
                        new RaceHistory.Margin(2023, new Gap(500)),
                        new RaceHistory.Margin(2022, new Gap(200)));
        var history = new RaceHistory(OptionalInt.of(2014), false, false, List.of(), margins);

        assertThat(history.closest()).containsExactly(margins.getLast());
    }

    @Test
    void two_persons_keep_their_names() {
        var wins = List.of(win(2023, VALVERDE), win(2019, YATES));
        var nobodyDecided = new RiderIdentities.People(Map.of(), Set.of());
        var winners =
                wins.stream()
                        .map(win -> new Races.Winner(win.edition(), win.rider(), null))
                        .toList();

        assertThat(RaceHistory.underOneName(winners, nobodyDecided)).isEqualTo(wins);
        assertThat(RaceHistory.isDoubtful(wins, nobodyDecided)).isFalse();
    }
}
