package musette.journeys;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/// A result that changes as results do: riders swap, gaps move, a provisional one becomes official.
final class RandomResult {
    private static final List<String> RIDERS =
            List.of(
                    "Achterberg,Anton",
                    "Bellini,Bruno",
                    "Carrasco,Dario",
                    "Eklund,Emil",
                    "Fournier,Hugo",
                    "Jansen,Karel",
                    "Moreau,Luca");

    private final String race;
    private final SplittableRandom random;
    private final List<String> order = new ArrayList<>(RIDERS);
    private final List<Integer> gaps = new ArrayList<>();
    private final List<String> standings = new ArrayList<>(List.of("provisional"));

    RandomResult(String race, SplittableRandom random) {
        this.race = race;
        this.random = random;
        for (int i = 0, gap = 0; i < RIDERS.size(); i++) {
            gaps.add(gap);
            gap += 1 + random.nextInt(9);
        }
    }

    void revise() {
        switch (random.nextInt(3)) {
            case 0 -> Collections.swap(order, random.nextInt(3), 3 + random.nextInt(3));
            case 1 -> {
                int from = 1 + random.nextInt(gaps.size() - 1);
                for (int i = from; i < gaps.size(); i++) {
                    gaps.set(i, gaps.get(i) + 1);
                }
            }
            default ->
                    standings.add(
                            standings.getLast().equals("provisional") ? "official" : "corrected");
        }
    }

    String file() {
        var file = new StringBuilder("# race: " + race + "\n# year: 2023\n");
        file.append("# standing: ").append(standings.getLast()).append('\n');
        file.append("place,family,given,time,gap\n");
        for (int i = 0; i < order.size(); i++) {
            file.append(i + 1)
                    .append(',')
                    .append(order.get(i))
                    .append(i == 0 ? ",4:00:00," : ",,+" + gaps.get(i))
                    .append('\n');
        }
        return file.toString();
    }

    /// Of the years before, complete: one winner may be the first rider under a longer name.
    String winners() {
        return """
        # race: %s
        # complete-since: 2021
        # first-held: 2021
        year,family,given
        2021,%s,Anton
        2022,Nobody,Norbert
        """
                .formatted(race, LONGER_NAME);
    }

    static final String LONGER_NAME = "Achterberg Novak";
}
