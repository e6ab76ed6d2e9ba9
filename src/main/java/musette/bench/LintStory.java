package musette.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/// Writes about a race as reporters do: one way of several for each thing told, with a race on the
/// road around it whose numbers are nobody's gap at the finish.
///
/// In a sentence, `{full2}` is the rider in the second row, `{gap2}` the gap, `{place2}` the place.
final class LintStory {
    private static final Pattern SLOT = Pattern.compile("\\{([a-z]+)([0-9]*)\\}");

    private static final List<String> LEADS =
            List.of(
                    "{full1} ({team1}) won the {year} {race} in {town}.",
                    "{full1} wins {race} for the {nth} time.",
                    "Victory in the {race} went to {full1} of {team1}.",
                    "{full1} took his {nth} win in the race.",
                    "{full1} claims victory in the {year} {race}, with {full2} second and {full3}"
                            + " third.",
                    "{full1} won the {kilometres}-kilometre race with {full2} second.");
    private static final List<String> MARGINS =
            List.of(
                    "{family1} won the race by {gap2} from {family2}.",
                    "{family1} won {gap2} ahead of {family2}.",
                    "{full2} finished {gap2} behind {family1}.",
                    "Second place went to {full2} ({team2}), {gap2} back.",
                    "{family2} crossed the line {gap2} later.",
                    "{family2} was second at {gap2}.");
    private static final List<String> TOGETHER =
            List.of(
                    "{family1} was first of {group} in the same time.",
                    "{family2} finished second in the same time as {family1}.",
                    "{family1} beat {family2}, who was second at the same time.");
    private static final List<String> THIRDS =
            List.of(
                    "{full3} ({team3}) was third at {gap3} and {full4} fourth at {gap4}.",
                    "Third was {full3}, {gap3} down, and fourth-placed {family4} came in at"
                            + " {gap4}.",
                    "{family3} took third at {gap3}, {family4} fourth at {gap4}.",
                    "Third place went to {full3} (+{clock3}), fourth to {family4} (+{clock4}).");
    private static final List<String> THIRDS_LEVEL =
            List.of(
                    "{full3} was third and {full4} fourth, both at {gap3}.",
                    "{family3} was third at {gap3}, with {family4} fourth in the same time.",
                    "{family4} was fourth in the same time as {family3}.");
    private static final List<String> ENDS =
            List.of(
                    "The winning time was {time}.",
                    "{family1} won in {time}.",
                    "{family5} ({team5}) rounded out the first five.",
                    "{family5} was fifth and {family6} sixth.",
                    "{full6} ({team6}) finished sixth, {gap6} behind the winner.",
                    "{family5} and {family6} were fifth and sixth.");
    private static final List<String> ON_THE_ROAD =
            List.of(
                    "With 12 km to go {family3} had 35 seconds on the bunch.",
                    "{family5} attacked on the second climb and was 20 seconds ahead of {family2}"
                            + " at the summit.",
                    "A break of six had a lead of 3:40 after 60 kilometres.",
                    "Rain fell on the last two laps.",
                    "{family4} was third here in 2009.",
                    "The second group came in more than two minutes down.",
                    "{family2} chased for ten minutes and was caught on the fourth climb.",
                    "Four riders went clear in the first hour.",
                    "{family3} won the second stage of the Tour of the Lakes last year.",
                    "It was 31 degrees when the race set out at 12:20.",
                    "{full6}, who crashed on the third lap, came back at once.",
                    "{family2} led over the top, 15 seconds ahead of {family1} and {family3}.");

    private final InventedRace told;
    private final InventedRace truth;
    private final String sentences;

    /// @param told the race as the reporter has it; the race on the road is always the true one's
    LintStory(InventedRace told, InventedRace truth, RandomGenerator random) {
        this.told = told;
        this.truth = truth;
        sentences = sentences(random);
    }

    private String sentences(RandomGenerator random) {
        var rows = told.rows();
        var ways = new ArrayList<String>();
        ways.add(any(LEADS, random));
        ways.add(filled(any(ON_THE_ROAD, random), truth));
        ways.add(any(rows.get(1).gap() == 0 ? TOGETHER : MARGINS, random));
        if (rows.get(2).gap() > 0) {
            ways.add(any(rows.get(2).gap() == rows.get(3).gap() ? THIRDS_LEVEL : THIRDS, random));
        }
        ways.add(filled(any(ON_THE_ROAD, random), truth));
        ways.add(any(rows.get(5).gap() == 0 ? ENDS.subList(0, 4) : ENDS, random));
        return String.join(" ", ways);
    }

    private static String any(List<String> ways, RandomGenerator random) {
        return ways.get(random.nextInt(ways.size()));
    }

    String text() {
        return filled(sentences, told);
    }

    /// Whether a true story of the same sentences reads otherwise.
    boolean isWrong() {
        return !text().equals(filled(sentences, truth));
    }

    private static String filled(String text, InventedRace race) {
        return SLOT.matcher(text)
                .replaceAll(slot ->
                        slot.group(2).isEmpty()
                                ? of(slot.group(1), race)
                                : of(
                                        slot.group(1),
                                        race.rows().get(Integer.parseInt(slot.group(2)) - 1)));
    }

    private static String of(String slot, InventedRace race) {
        return switch (slot) {
            case "race" -> race.name();
            case "town" -> race.town();
            case "year" -> Integer.toString(race.year());
            case "kilometres" -> Integer.toString(race.kilometres());
            case "time" ->
                    "%d:%02d:%02d"
                            .formatted(
                                    race.seconds() / 3_600,
                                    race.seconds() / 60 % 60,
                                    race.seconds() % 60);
            case "group" -> Integer.toString(race.group());
            case "nth" -> InventedRace.ordinal(race.earlierWins().size() + 1);
            default -> throw new IllegalArgumentException("no slot " + slot);
        };
    }

    private static String of(String slot, InventedRace.Row row) {
        return switch (slot) {
            case "full" -> row.full();
            case "family" -> row.family();
            case "team" -> row.team();
            case "gap" -> InventedRace.words(row.gap());
            case "clock" -> "%d:%02d".formatted(row.gap() / 60, row.gap() % 60);
            default -> throw new IllegalArgumentException("no slot " + slot);
        };
    }
}
