package musette.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import musette.racing.Palmares;
import musette.racing.Results;
import musette.racing.RiderIdentities;
import musette.store.Cable;
import musette.store.EventRetries;
import musette.stories.ChangedFact;
import musette.stories.FactChanges;
import musette.stories.FactFollowing;
import musette.stories.Manuscript;
import musette.stories.Manuscripts;
import musette.stories.Publication;
import musette.stories.Queue;
import musette.stories.Revisions;
import musette.text.Document.Inline;
import musette.text.Edit;
import musette.text.FactLink;
import musette.wire.ImportReceipt;
import musette.wire.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Days in a newsroom in random order, checked after every act against the rows themselves: no word
/// that a person typed is lost, no number of a row and no count of wins is stale in a story without
/// its alarm, and no alarm stands without a change. `-Ddays=1000` plays more of them, `-Dfrom=500`
/// leaves the first out, so that two processes can share them.
class ChangedFactDaysTest {
    private static final int FROM = Integer.getInteger("from", 0);
    private static final int DAYS = Integer.getInteger("days", 12);
    private static final long SEED = 19_510_401;
    private static final int MOST_ACTS = 8;
    private static final Pattern ROW_FACT =
            Pattern.compile("result/(\\d+)/rider/(\\d+)/(gap|placing)");
    private static final Pattern WINS_FACT =
            Pattern.compile("question/wins/edition/\\d+/rider/(\\d+)");

    /// A database forgets what it was asked when it grows; days do not need each other's.
    private static final int DAYS_IN_A_HOUSE = 50;

    private enum Act {
        REVISE,
        REVISE_AND_LOSE_THE_DATABASE,
        SAY_WHO_IS_ONE,
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
        for (int day = FROM; day < DAYS; day += DAYS_IN_A_HOUSE) {
            try (var cable = Cable.toTestDatabase();
                    var house =
                            House.openBehind(
                                    cable,
                                    Instant.parse("2023-04-01T15:00:00Z"),
                                    "spring.modulith.events.staleness.check-interval=200ms")) {
                for (int i = day; i < Math.min(day + DAYS_IN_A_HOUSE, DAYS); i++) {
                    new Day(house, cable, i).play();
                }
            }
        }
        System.out.printf(
                "changed facts: days %d to %d, %d facts checked, %s%n", FROM, DAYS, checks, done);
        assertThat(done).containsKeys(Act.values());
    }

    private record Arrived(long arrival, long result, int revision) {}

    private final class Day {
        private final House house;
        private final Cable cable;
        private final SplittableRandom random;
        private final String race;
        private final RandomResult file;
        private final List<String> typed = new ArrayList<>();
        private final Set<String> kept = new HashSet<>();
        private final List<Arrived> arrivals = new ArrayList<>();

        Day(House house, Cable cable, int day) {
            this.house = house;
            this.cable = cable;
            random = new SplittableRandom(SEED + day);
            race = "Race of day " + Character.toString('A' + day % 26) + day;
            file = new RandomResult(race, random);
        }

        void play() {
            receive(file.winners());
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
                case REVISE -> {
                    file.revise();
                    bring();
                    yield true;
                }
                case REVISE_AND_LOSE_THE_DATABASE -> reviseAndLoseTheDatabase();
                case SAY_WHO_IS_ONE -> sayWhoIsOne();
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

        private void bring() {
            receive(file.file());
            quiet();
        }

        private void receive(String text) {
            var receipt =
                    house.ask(Wire.class)
                            .receive(
                                    "day.csv",
                                    new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                                    "the desk");
            if (receipt instanceof ImportReceipt.Applied applied
                    && applied.outcome() instanceof Results.Stored stored
                    && stored.news()) {
                arrivals.add(new Arrived(applied.arrival(), stored.result(), stored.revision()));
            }
        }

        /// The result is kept; what hears of it is torn from its work, somewhere.
        private boolean reviseAndLoseTheDatabase() {
            file.revise();
            receive(file.file());
            LockSupport.parkNanos(random.nextInt(25) * 1_000_000L);
            cable.tear();
            await().atMost(Duration.ofSeconds(30))
                    .ignoreExceptions()
                    .until(() -> {
                        house.clock().advance(Duration.ofMinutes(3));
                        house.ask(EventRetries.class).retry();
                        return house.ask(EventRetries.class).awaitQuiet(Duration.ofSeconds(1))
                                && isAllDone();
                    });
            return true;
        }

        /// What failed is done with only when it has been tried again.
        private boolean isAllDone() {
            return house.ask(JdbcClient.class)
                    .sql("SELECT NOT EXISTS (SELECT FROM event_publication)")
                    .query(Boolean.class)
                    .single();
        }

        private boolean sayWhoIsOne() {
            var identities = house.ask(RiderIdentities.class);
            var one = identities.named("Anton Achterberg").orElseThrow().id();
            var other = identities.named("Anton " + RandomResult.LONGER_NAME).orElseThrow().id();
            if (random.nextBoolean()) {
                identities.undo(one, other);
            } else {
                assertThat(identities.decide(one, other, random.nextBoolean(), "the desk"))
                        .isEmpty();
            }
            quiet();
            return true;
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
            if (isChecked(source)) {
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
                if (isChecked(alarm)) {
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
                                    .ask(Revisions.class)
                                    .revision(now.id(), now.published().getAsInt())
                                    .stream()
                                    .flatMap(revision ->
                                            Stream.concat(
                                                    revision.heads().facts().stream(),
                                                    revision.body().facts().stream()));
            return Stream.concat(now.facts().stream(), seen)
                    .map(Inline.Fact::link)
                    .filter(link -> isChecked(link.source()))
                    .toList();
        }

        private boolean isChecked(String source) {
            return ROW_FACT.matcher(source).matches() || WINS_FACT.matcher(source).matches();
        }

        /// What the list of winners says of the one who won.
        private String wins(long rider) {
            var result = house.ask(Results.class).byId(arrivals.getLast().result()).orElseThrow();
            var wins =
                    result.winners()
                            .getFirst()
                            .rider()
                            .filter(winner -> winner.id() == rider)
                            .map(winner -> house.ask(Palmares.class).wins(result.edition(), winner))
                            .map(Palmares.Wins::number)
                            .orElse(OptionalInt.empty());
            return wins.isPresent() ? Integer.toString(wins.getAsInt()) : "";
        }

        /// What the row says, asked of the row and of nothing else.
        private String truth(String source) {
            var counted = WINS_FACT.matcher(source);
            if (counted.matches()) {
                return wins(Long.parseLong(counted.group(1)));
            }
            var parts = ROW_FACT.matcher(source);
            assertThat(parts.matches()).isTrue();
            var row =
                    house.ask(Results.class)
                            .byId(Long.parseLong(parts.group(1)))
                            .flatMap(result -> result.row("rider/" + parts.group(2)))
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
