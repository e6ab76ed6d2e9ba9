package musette.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import musette.proof.Subject;
import musette.racing.Gap;
import musette.racing.Palmares;
import musette.racing.Placing;
import musette.racing.Race;
import musette.racing.Result;
import musette.racing.ResultFile;
import musette.racing.ResultKey;
import musette.racing.Time;

/// A race that never was, with a result to write about.
///
/// @param rows best first; gaps in whole seconds
/// @param earlierWins the years in which the winner won before
record InventedRace(
        String name,
        String town,
        int year,
        int seconds,
        int kilometres,
        List<Row> rows,
        List<Integer> earlierWins) {
    private static final List<String> GIVEN =
            List.of(
                    "Anton", "Bruno", "Casper", "Dario", "Emil", "Fabio", "Gustav", "Hugo", "Íñigo",
                    "Jonas", "Karel", "Luca", "Mateo", "Niels", "Óscar", "Pavel", "Rémi", "Søren");
    private static final List<String> FAMILY =
            List.of(
                    "Achterberg",
                    "Bellini",
                    "Carrasco",
                    "De la Vega",
                    "Eklund",
                    "Fournier",
                    "Grønland",
                    "Hernández",
                    "Ivanov",
                    "Jansen",
                    "Kovač",
                    "Lindqvist",
                    "Moreau",
                    "Nowak",
                    "O'Hara",
                    "Pellegrini",
                    "Quintero",
                    "Rossi",
                    "Sørensen",
                    "Thévenet",
                    "Urrutia",
                    "van den Berg",
                    "Wiśniewski",
                    "Zubeldia",
                    "Strong",
                    "Gall");
    private static final List<String> TEAMS =
            List.of(
                    "Aurora - Velo",
                    "Bianca Works",
                    "Team Cobalt",
                    "Domus | Energy",
                    "Estrela",
                    "Fjord Cycling",
                    "Granit",
                    "Helios Pro",
                    "Ibis - Metall",
                    "Jura Racing");
    private static final List<String> RACES =
            List.of(
                    "Gran Premio de la Costa",
                    "Ronde van het Veen",
                    "Trofeo Alto Lago",
                    "Classique des Collines",
                    "Harbour Classic",
                    "Fjordløbet");
    private static final List<String> TOWNS =
            List.of("Lagoverde", "Veenendam", "Collonges", "Portmere", "Nordvik");
    private static final int ROWS = 12;

    InventedRace {
        rows = List.copyOf(rows);
        earlierWins = List.copyOf(earlierWins);
    }

    /// @param gap seconds behind the winner
    record Row(String given, String family, String team, int place, int gap) {
        String full() {
            return given + " " + family;
        }

        Row withGap(int other) {
            return new Row(given, family, team, place, other);
        }

        Row withTeam(String other) {
            return new Row(given, family, other, place, gap);
        }

        Row withPlace(int other) {
            return new Row(given, family, team, other, gap);
        }

        Row named(Row other) {
            return new Row(other.given, other.family, team, place, gap);
        }
    }

    static InventedRace of(RandomGenerator random) {
        var families = shuffled(FAMILY, random);
        var rows = new ArrayList<Row>();
        int gap = 0;
        for (int i = 0; i < ROWS; i++) {
            var isTogether = random.nextInt(100) < 35;
            gap += i == 0 || isTogether ? 0 : 1 + random.nextInt(random.nextInt(5) == 0 ? 70 : 15);
            rows.add(
                    new Row(
                            GIVEN.get(random.nextInt(GIVEN.size())),
                            families.get(i),
                            TEAMS.get(random.nextInt(TEAMS.size())),
                            i + 1,
                            gap));
        }
        int year = 2010 + random.nextInt(16);
        var wins = new ArrayList<Integer>();
        for (int before = year - 1 - random.nextInt(3);
                wins.size() < random.nextInt(4);
                before -= 2) {
            wins.addFirst(before);
        }
        return new InventedRace(
                RACES.get(random.nextInt(RACES.size())),
                TOWNS.get(random.nextInt(TOWNS.size())),
                year,
                14_400 + random.nextInt(7_200),
                150 + random.nextInt(100),
                rows,
                wins);
    }

    private static <T> List<T> shuffled(List<T> all, RandomGenerator random) {
        var list = new ArrayList<>(all);
        for (int i = list.size() - 1; i > 0; i--) {
            Collections.swap(list, i, random.nextInt(i + 1));
        }
        return list;
    }

    InventedRace with(List<Row> others) {
        return new InventedRace(name, town, year, seconds, kilometres, others, earlierWins);
    }

    /// How many got the winner's time.
    int group() {
        return (int) rows.stream().takeWhile(row -> row.gap() == 0).count();
    }

    Subject subject() {
        var plain = Subject.of(file());
        return new Subject(
                plain.race(),
                plain.year(),
                plain.town(),
                kilometres * 1_000,
                null,
                plain.entries(),
                new Palmares.Wins(earlierWins, true));
    }

    /// As a file would bring it.
    ResultFile file() {
        var placings = new ArrayList<ResultFile.Row>();
        for (var row : rows) {
            var isFirst = placings.isEmpty();
            var before = isFirst ? row : rows.get(placings.size() - 1);
            placings.add(
                    new ResultFile.Row(
                            new ResultFile.Entrant(null, row.family(), row.given(), null, null),
                            row.team(),
                            new Placing(
                                    row.place(),
                                    false,
                                    null,
                                    isFirst ? new Time(seconds * 100) : null,
                                    isFirst ? null : Gap.ofSeconds(row.gap()),
                                    !isFirst && before.gap() == row.gap(),
                                    Placing.Status.FINISHED,
                                    null,
                                    "",
                                    placings.size() + 1)));
        }
        return new ResultFile(head(), placings);
    }

    private ResultFile.Head head() {
        return new ResultFile.Head(
                "invented.csv",
                Race.slugOf(name),
                name,
                name,
                year,
                ResultKey.RACE,
                null,
                Race.Gender.MEN,
                null,
                null,
                town,
                null,
                kilometres * 1_000,
                Result.Standing.OFFICIAL,
                null,
                null,
                null);
    }

    /// `13 seconds`, `two seconds`, `1:02`: as a newspaper counts.
    static String words(int seconds) {
        if (seconds >= 60) {
            return "%d:%02d".formatted(seconds / 60, seconds % 60);
        }
        var few =
                List.of(
                        "no", "one", "two", "three", "four", "five", "six", "seven", "eight",
                        "nine");
        var number = seconds < few.size() ? few.get(seconds) : Integer.toString(seconds);
        return number + (seconds == 1 ? " second" : " seconds");
    }

    static String ordinal(int number) {
        var few =
                List.of(
                        "no", "first", "second", "third", "fourth", "fifth", "sixth", "seventh",
                        "eighth", "ninth");
        return number < few.size() ? few.get(number) : number + "th";
    }
}
