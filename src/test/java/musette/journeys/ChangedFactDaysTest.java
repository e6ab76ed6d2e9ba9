package musette.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import musette.racing.Results;
import musette.store.EventRetries;
import musette.stories.ChangedFact;
import musette.stories.Document.Inline;
import musette.stories.Edit;
import musette.stories.FactChanges;
import musette.stories.FactFollowing;
import musette.stories.FactLink;
import musette.stories.Manuscript;
import musette.stories.Manuscripts;
import musette.stories.Publication;
import musette.stories.Queue;
import musette.wire.ImportReceipt;
import musette.wire.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Days in a newsroom in random order, checked after every act against the rows themselves: no word
/// that a person typed is lost, no number of a row is stale in a story without its alarm, and no
/// alarm stands without a change. `-Ddays=1000` plays more of them.
class ChangedFactDaysTest {
    private static final int DAYS = Integer.getInteger("days", 20);
    private static final long SEED = 19_510_401;
    private static final int MOST_ACTS = 8;
    private static final Pattern ROW_FACT =
            Pattern.compile("result/(\\d+)/rider/(\\d+)/(gap|placing)");
    private static final List<String> RIDERS =
            List.of(
                    "Achterberg,Anton",
                    "Bellini,Bruno",
                    "Carrasco,Dario",
                    "Eklund,Emil",
                    "Fournier,Hugo",
                    "Jansen,Karel",
                    "Moreau,Luca");

    private enum Act {
        REVISE,
        TYPE_AT_THE_END,
        TYPE_BETWEEN,
        RETYPE_A_NUMBER,
        PUBLISH,
        TAKE,
        KEEP,
        WITHDRAW,
        TAKE_RESULT_BACK
    }

    private static final List<Act> ACTS = List.of(Act.values());

    private final Map<Act, Integer> done = new EnumMap<>(Act.class);
    private int checks;

    @Test
    @Timeout(value = 1, unit = TimeUnit.HOURS)
    void every_day_ends_true() {
        try (var house = House.open(Instant.parse("2023-04-01T15:00:00Z"))) {
            for (int day = 0; day < DAYS; day++) {
                new Day(house, day).play();
            }
        }
        System.out.printf("changed facts: %d days, %d facts checked, %s%n", DAYS, checks, done);
        assertThat(done).containsKeys(Act.values());
    }

    private record Arrived(long arrival, long result, int revision) {}

    private final class Day {
        private final House house;
        private final SplittableRandom random;
        private final String race;
        private final List<String> order;
        private final List<Integer> gaps = new ArrayList<>();
        private final List<String> typed = new ArrayList<>();
        private final Set<String> kept = new HashSet<>();
        private final List<Arrived> arrivals = new ArrayList<>();
        private final List<String> standings = new ArrayList<>(List.of("provisional"));

        Day(House house, int day) {
            this.house = house;
            random = new SplittableRandom(SEED + day);
            race = "Race of day " + Character.toString('A' + day % 26) + day;
            order = new ArrayList<>(RIDERS);
            for (int i = 0, gap = 0; i < RIDERS.size(); i++) {
                gaps.add(gap);
                gap += 1 + random.nextInt(9);
            }
        }

        void play() {
            bring();
            var story =
                    house.ask(Queue.class).waitingFlashes(50).stream()
                            .filter(flash -> flash.kicker().equals(race))
                            .findFirst()
                            .orElseThrow()
                            .id();
            for (int i = 0; i < MOST_ACTS; i++) {
                var act = ACTS.get(random.nextInt(ACTS.size()));
                if (act(act, story)) {
                    done.merge(act, 1, Integer::sum);
                }
                check(story, act);
            }
        }

        private boolean act(Act act, long story) {
            var now = manuscript(story);
            return switch (act) {
                case REVISE -> revise();
                case TYPE_AT_THE_END -> type(now, now.plainText() + "\n\n" + sentence());
                case TYPE_BETWEEN -> {
                    var at = now.plainText().indexOf(". ");
                    yield at >= 0
                            && type(
                                    now,
                                    now.plainText().substring(0, at + 2)
                                            + sentence()
                                            + now.plainText().substring(at + 1));
                }
                case RETYPE_A_NUMBER ->
                        save(now, now.plainText().replaceFirst("at \\d+ seconds", "at 99 seconds"));
                case PUBLISH ->
                        house.ask(Publication.class).publish(story, now.author(), now.head())
                                instanceof Publication.Outcome.Published;
                case TAKE -> take(now);
                case KEEP -> keep(now);
                case WITHDRAW ->
                        house.ask(Publication.class).withdraw(story, now.author(), "Not ours.")
                                instanceof Publication.Outcome.Withdrawn;
                case TAKE_RESULT_BACK -> takeResultBack();
            };
        }

        private boolean revise() {
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
                                standings.getLast().equals("provisional")
                                        ? "official"
                                        : "corrected");
            }
            bring();
            return true;
        }

        private void bring() {
            var file = new StringBuilder("# race: " + race + "\n# year: 2023\n");
            file.append("# standing: ").append(standings.getLast()).append('\n');
            file.append("place,family,given,time,gap\n");
            for (int i = 0; i < order.size(); i++) {
                var time = i == 0 ? "4:00:00," : ",+" + gaps.get(i);
                file.append(i + 1)
                        .append(',')
                        .append(order.get(i))
                        .append(',')
                        .append(time)
                        .append('\n');
            }
            var receipt =
                    house.ask(Wire.class)
                            .receive(
                                    "day.csv",
                                    new ByteArrayInputStream(
                                            file.toString().getBytes(StandardCharsets.UTF_8)),
                                    "the desk");
            if (receipt instanceof ImportReceipt.Applied applied
                    && applied.outcome() instanceof Results.Stored stored
                    && stored.news()) {
                arrivals.add(new Arrived(applied.arrival(), stored.result(), stored.revision()));
            }
            quiet();
        }

        private boolean takeResultBack() {
            if (arrivals.size() < 2) {
                return false;
            }
            var last = arrivals.removeLast();
            var isBack = house.ask(Wire.class).undo(last.arrival(), "the desk");
            quiet();
            return isBack;
        }

        private String sentence() {
            var words = "Reporter %d of %s saw rain.".formatted(typed.size() + 1, race);
            typed.add(words);
            return words;
        }

        private boolean type(Manuscript now, String text) {
            return save(now, text);
        }

        private boolean save(Manuscript now, String text) {
            var edit = new Edit(now.kicker(), now.headline(), now.standfirst(), text);
            assertThat(house.ask(Manuscripts.class).save(now.id(), now.author(), now.head(), edit))
                    .isInstanceOf(Manuscripts.Saving.Saved.class);
            return true;
        }

        private boolean take(Manuscript now) {
            var open = open(now.id());
            open.forEach(change ->
                    house.ask(FactFollowing.class).take(now.id(), change.source(), now.author()));
            return !open.isEmpty();
        }

        private boolean keep(Manuscript now) {
            var open = open(now.id());
            if (open.isEmpty()) {
                return false;
            }
            var source = open.getFirst().source();
            house.ask(FactChanges.class).keep(now.id(), source, "We know.", now.author());
            if (ROW_FACT.matcher(source).matches()) {
                kept.add(source + "=" + truth(source));
            }
            return true;
        }

        private void check(long story, Act last) {
            var now = manuscript(story);
            var where = "%s after %s".formatted(race, last);
            for (var words : typed) {
                assertThat(now.plainText()).as(where).contains(words);
            }
            if (now.state() == Manuscript.State.WITHDRAWN) {
                return;
            }
            var alarms = open(story).stream().map(ChangedFact::source).toList();
            var facts = factsThatCount(now);
            for (var fact : facts) {
                checks++;
                var truth = truth(fact.source());
                if (!fact.value().equals(truth) && !kept.contains(fact.source() + "=" + truth)) {
                    assertThat(alarms).as(where + ", stale: " + fact).contains(fact.source());
                }
            }
            for (var alarm : alarms) {
                if (ROW_FACT.matcher(alarm).matches()) {
                    assertThat(facts)
                            .as(where + ", alarm: " + alarm)
                            .anyMatch(fact ->
                                    fact.source().equals(alarm)
                                            && !fact.value().equals(truth(alarm)));
                }
            }
        }

        /// Of the newest version and of the one that readers see.
        private List<FactLink> factsThatCount(Manuscript now) {
            var seen =
                    now.published().isEmpty()
                            ? Stream.<Inline.Fact>empty()
                            : house
                                    .ask(Manuscripts.class)
                                    .revision(now.id(), now.published().getAsInt())
                                    .stream()
                                    .flatMap(revision ->
                                            Stream.concat(
                                                    revision.heads().facts().stream(),
                                                    revision.body().facts().stream()));
            return Stream.concat(now.facts().stream(), seen)
                    .map(Inline.Fact::link)
                    .filter(link -> ROW_FACT.matcher(link.source()).matches())
                    .toList();
        }

        /// What the row says, asked of the row and of nothing else.
        private String truth(String source) {
            var parts = ROW_FACT.matcher(source);
            assertThat(parts.matches()).isTrue();
            var row =
                    house.ask(Results.class)
                            .byId(Long.parseLong(parts.group(1)))
                            .flatMap(result -> result.row(Long.parseLong(parts.group(2))))
                            .orElseThrow();
            var gap = row.placing().gap();
            if (parts.group(3).equals("placing")) {
                return row.placing().mark();
            }
            return gap == null || gap.isNone() ? "" : Integer.toString(gap.hundredths());
        }

        private List<ChangedFact> open(long story) {
            return house.ask(FactChanges.class).ofStory(story);
        }

        private Manuscript manuscript(long story) {
            return house.ask(Manuscripts.class).byId(story).orElseThrow();
        }

        private void quiet() {
            assertThat(house.ask(EventRetries.class).awaitQuiet(Duration.ofSeconds(20))).isTrue();
        }
    }
}
