package musette.racing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;
import musette.racing.WinnersHistory.Origin;
import musette.racing.WinnersHistory.Won;
import org.junit.jupiter.api.Test;

/// How far a list of winners can be trusted. A winner is written `Costa POR Norte`; a name with a
/// question mark may be the same person, and a dash is a year without a winner.
class WinnersHistoryTest {
    private static final LocalDate BORN_1990 = LocalDate.of(1990, 12, 31);
    private static final Origin FROM_NORTE = new Origin("POR", "Norte");

    @Test
    void a_count_of_wins_is_complete_when_no_earlier_one_can_be_missing() {
        var since2007 = history(2007, null, 2007, "Costa", "Sagan", "Costa");

        assertThat(wins(since2007, 2010, BORN_1990)).hasToString("[2007, 2009] true");
        assertThat(wins(since2007, 2009, BORN_1990)).hasToString("[2007] true");
        assertThat(wins(since2007, 2010, BORN_1990.minusYears(1)))
                .as("could have won in 2006")
                .hasToString("[2007, 2009] false");
        assertThat(wins(since2007, 2011, BORN_1990))
                .as("nobody knows of 2010")
                .hasToString("[2007, 2009] false");
        assertThat(wins(since2007, 2010, null)).hasToString("[2007, 2009] false");
        assertThat(wins(history(null, null, 2007, "Costa"), 2008, BORN_1990))
                .as("nobody vouches for the list")
                .hasToString("[2007] false");
        assertThat(wins(history(2008, null, 2007, "Costa"), 2008, BORN_1990))
                .hasToString("[2007] false");
    }

    @Test
    void a_race_younger_than_the_rider_needs_no_birth_date() {
        var whole = history(2007, 2007, 2007, "Costa", "-", "Sagan");

        assertThat(wins(whole, 2010, null)).hasToString("[2007] true");
        assertThat(wins(whole, 2010, LocalDate.of(1970, 1, 1))).hasToString("[2007] true");
        assertThat(wins(history(2005, 2007, 2007, "Costa"), 2008, null)).hasToString("[2007] true");
        assertThat(wins(history(2008, 2007, 2007, "Costa"), 2008, null))
                .hasToString("[2007] false");
    }

    @Test
    void while_one_winner_may_be_the_rider_under_another_name_nothing_is_counted() {
        var doubtful = history(2007, 2007, 2007, "Costa", "Costa?", "Sagan");

        assertThat(wins(doubtful, 2010, BORN_1990)).hasToString("[2007] false");
        assertThat(wins(doubtful, 2008, BORN_1990)).as("before that").hasToString("[2007] true");
        assertThat(inARow(doubtful, 2009)).isEmpty();
        assertThat(inARow(doubtful, 2010)).as("parted by another winner").hasValue(1);
    }

    @Test
    void a_row_of_wins_goes_back_to_another_winner_or_the_first_edition() {
        var history = history(2007, 2007, 2007, "Costa", "Costa", "Sagan", "Costa", "-", "Costa");

        assertThat(inARow(history, 2013)).as("2011 had no winner").hasValue(3);
        assertThat(inARow(history, 2011)).hasValue(2);
        assertThat(inARow(history, 2010)).hasValue(1);
        assertThat(inARow(history, 2009)).as("up to the first edition").hasValue(3);
        assertThat(inARow(history, 2007)).as("the first edition").hasValue(1);
        assertThat(inARow(history, 2014)).as("nobody knows of 2013").isEmpty();
        assertThat(inARow(history(2007, null, 2007, "Costa"), 2008))
                .as("nobody knows of 2006")
                .isEmpty();
        assertThat(inARow(history(2007, null, 2007, "Sagan", "Costa"), 2009)).hasValue(2);
    }

    @Test
    void the_last_from_a_nation_is_known_while_every_winner_since_is() {
        var history = history(2007, 2007, 2007, "A POR", "B ESP", "C FRA", "-", "D ESP", "E ITA");

        assertThat(ofNation(history, 2013, "POR")).isEqualTo("POR 2007 4");
        assertThat(ofNation(history, 2013, "ESP")).isEqualTo("ESP 2011 1");
        assertThat(ofNation(history, 2012, "ESP")).isEqualTo("ESP 2011 0");
        assertThat(ofNation(history, 2013, "SLO")).isEqualTo("SLO never 5");
        assertThat(ofNation(history, 2014, "ITA")).as("nobody knows of 2013").isEmpty();
        assertThat(ofNation(history, 2013, null)).isEmpty();
        assertThat(ofNation(history, 2013, "URS")).as("no nation of today").isEmpty();
        assertThat(ofNation(history(2007, 2007, 2007, "A POR", "B"), 2009, "POR"))
                .as("of one winner it is not known")
                .isEmpty();
        assertThat(ofNation(history(2007, 2007, 2007, "A", "B POR"), 2009, "POR"))
                .as("an older one does not matter")
                .isEqualTo("POR 2008 0");
        assertThat(ofNation(history(2007, null, 2007, "A ESP"), 2008, "POR"))
                .as("there may be an older edition")
                .isEmpty();
        assertThat(ofNation(history(2007, 2007, 2007, "A YUG"), 2008, "SLO")).isEmpty();
    }

    @Test
    void a_region_is_compared_among_compatriots_and_others_are_not_from_it() {
        var history = history(2007, 2007, 2007, "A POR Norte", "B ESP", "C POR Algarve");

        assertThat(ofRegion(history, FROM_NORTE)).isEqualTo("Norte 2007 2");
        assertThat(ofRegion(history, new Origin("POR", "Lisboa"))).isEqualTo("Lisboa never 3");
        assertThat(ofRegion(history, new Origin("POR", null))).isEmpty();
        assertThat(ofRegion(history, new Origin("ESP", "Asturias")))
                .as("of B nobody knows the region")
                .isEmpty();
        assertThat(ofRegion(history(2007, 2007, 2007, "A POR"), FROM_NORTE)).isEmpty();
        assertThat(ofRegion(history(2007, 2007, 2007, "A"), FROM_NORTE)).isEmpty();
    }

    @Test
    void who_defends_is_the_one_winner_of_the_last_edition_that_had_one() {
        var history = history(2007, 2007, 2007, "A", "B+C", "D", "-", "-");

        assertThat(history.defending(2008)).contains(new Won<>(2007, "A"));
        assertThat(history.defending(2009)).as("two shared it").isEmpty();
        assertThat(history.defending(2010)).contains(new Won<>(2009, "D"));
        assertThat(history.defending(2012)).contains(new Won<>(2009, "D"));
        assertThat(history.defending(2013)).as("nobody knows of 2012").isEmpty();
        assertThat(history.defending(2007)).isEmpty();
    }

    @Test
    void it_is_whole_when_each_year_back_to_the_first_is_there() {
        assertThat(history(2007, 2007, 2007, "A", "-", "C").isWhole()).isTrue();
        assertThat(history(2007, 2006, 2007, "A").isWhole()).isFalse();
        assertThat(history(2007, null, 2007, "A").isWhole()).isFalse();
        assertThat(history(null, 2007, 2007, "A").isWhole()).isFalse();
        assertThat(history(2007, 2007, 2008, "A").isWhole()).isFalse();
        assertThat(history(2005, 2007, 2007, "A").isWhole()).isTrue();

        assertThat(history(2005, null, 2007, "A", "B").knownSince()).hasValue(2007);
        assertThat(history(2008, null, 2007, "A", "B", "C").knownSince()).hasValue(2008);
        assertThat(history(2005, null, 2007).knownSince()).isEmpty();
        var torn = new TreeMap<>(history(2000, null, 2007, "A", "B").winners());
        torn.put(2005, List.of("Z"));
        assertThat(new WinnersHistory<>(2000, null, torn).knownSince()).hasValue(2007);
    }

    /// @param winners year by year
    private static WinnersHistory<String> history(
            Integer completeSince, Integer firstHeld, int from, String... winners) {
        var years = new TreeMap<Integer, List<String>>();
        for (int i = 0; i < winners.length; i++) {
            var here = Stream.of(winners[i].split("\\+", -1)).filter(it -> !it.equals("-"));
            years.put(from + i, here.toList());
        }
        return new WinnersHistory<>(completeSince, firstHeld, years);
    }

    private static Palmares.Honours honours(
            WinnersHistory<String> history, int year, Origin origin, LocalDate born) {
        return history.honours(
                year,
                origin,
                born,
                winner -> winner.equals("Costa"),
                winner -> winner.startsWith("Costa"),
                winner -> {
                    var words = List.of(winner.split(" ", -1));
                    return new Origin(
                            words.size() > 1 ? words.get(1) : null,
                            words.size() > 2 ? words.get(2) : null);
                });
    }

    private static String wins(WinnersHistory<String> history, int year, LocalDate born) {
        var wins = honours(history, year, FROM_NORTE, born).wins();
        return "%s %s".formatted(wins.earlier(), wins.number().isPresent());
    }

    private static OptionalInt inARow(WinnersHistory<String> history, int year) {
        return honours(history, year, FROM_NORTE, null).inARow();
    }

    private static String ofNation(WinnersHistory<String> history, int year, String nation) {
        return words(honours(history, year, new Origin(nation, null), null).ofNation().stream());
    }

    private static String ofRegion(WinnersHistory<String> history, Origin origin) {
        return words(
                honours(history, history.winners().lastKey() + 1, origin, null)
                        .ofRegion()
                        .stream());
    }

    private static String words(Stream<Palmares.LastFrom> last) {
        return last.map(it ->
                        "%s %s %d"
                                .formatted(
                                        it.where(),
                                        it.year().isEmpty() ? "never" : it.year().getAsInt(),
                                        it.between()))
                .findFirst()
                .orElse("");
    }
}
