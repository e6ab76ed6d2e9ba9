package musette.flash;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import musette.flash.Places.Style;
import musette.racing.Race;
import musette.racing.Result;
import musette.text.Document;
import musette.text.Document.Block;
import musette.text.Document.Inline;
import musette.text.Document.Paragraph;
import musette.text.FactLink;
import musette.text.FactSource;
import musette.text.FactSource.Property;
import musette.text.FactSource.Question;

/// Writes one flash. The words come from the language; decided here is which sentences are true of
/// the result, and in which order its facts are told.
final class Drafter {
    /// How many beaten riders the standfirst names.
    private static final int IN_STANDFIRST = 2;

    /// Down to which place the body tells.
    static final int LAST_TOLD = 5;

    private final RaceFacts facts;
    private final Language language;
    private final Shape shape;
    private final Places places;
    private final PalmaresSentences palmares;

    Drafter(RaceFacts facts, Language language) {
        this.facts = facts;
        this.language = language;
        this.shape = Shape.of(facts);
        this.places = new Places(language);
        this.palmares = new PalmaresSentences(facts, language);
    }

    Flash flash() {
        var naming = new Naming(facts);
        var body =
                Stream.of(
                                lead(naming),
                                course(),
                                gaps(naming),
                                spaced(palmares.all(naming)),
                                standing())
                        .filter(paragraph -> !paragraph.isEmpty())
                        .<Block>map(Drafter::paragraph)
                        .toList();
        return new Flash(
                facts.title(), paragraph(headline()), paragraph(standfirst()), new Document(body));
    }

    private List<Inline> headline() {
        var winners = facts.winners().stream().map(winner -> List.<Inline>of(winner.fullName()));
        var slots =
                aboutRace()
                        .with("winners", language.list(winners.toList()))
                        .with("nth", palmares.nth());
        facts.winners().stream()
                .findFirst()
                .ifPresent(winner ->
                        slots.with("winner", winner.fullName()).with("won", winner.place("")));
        return fill("headline." + shape.word(), slots);
    }

    private List<Inline> standfirst() {
        if (!shape.hasWinner()) {
            return List.of();
        }
        var runs = Gaps.runs(facts, 0, IN_STANDFIRST);
        return language.list(places.phrases(runs, Style.BRIEF, new Naming(facts)));
    }

    private List<Inline> lead(Naming naming) {
        var slots = aboutRace().with("size", groupSize()).with("finish", finish());
        var named = new ArrayList<List<Inline>>();
        for (var winner : facts.winners()) {
            var name = naming.of(winner);
            slots.with("winner", name)
                    .with("team", winner.teamName())
                    .with("won", winner.place(""));
            named.add(
                    fill(
                            "rider.named",
                            new Slots().with("rider", name).with("team", winner.teamName())));
        }
        slots.with("winners", language.list(named));
        if (facts.winners().size() == 1 && !isFirstOfMany()) {
            places.phrases(Gaps.runs(facts, 0, 1), Style.BESIDE_WINNER, naming)
                    .forEach(second -> slots.with("second", second));
        }
        return fill("lead." + shape.word(), slots);
    }

    /// The riders after those in the lead, and the winner's time.
    private List<Inline> gaps(Naming naming) {
        if (!shape.hasWinner()) {
            return List.of();
        }
        int from = shape == Shape.SHARED || isFirstOfMany() ? 0 : 1;
        int to = (int) facts.beaten().stream().filter(Drafter::isTold).count();
        var sentences = new ArrayList<List<Inline>>();
        for (var phrase : places.phrases(Gaps.runs(facts, from, to), Style.FULL, naming)) {
            sentences.add(fill("places", new Slots().with("places", phrase)));
        }
        sentences.add(podium());
        language.sentence("time")
                .filled(new Slots().with("time", facts.winners().getFirst().time()))
                .ifPresent(sentences::add);
        return spaced(sentences);
    }

    /// That one team had two of the first three, or all of them.
    private List<Inline> podium() {
        var riders = facts.teamOnPodium();
        if (riders.isEmpty()) {
            return List.of();
        }
        var slots =
                new Slots()
                        .with("team", riders.getFirst().teamName())
                        .with("count", teamOnPodium(riders));
        return fill(riders.size() == 2 ? "podium.two" : "podium.three", slots);
    }

    static Inline.Fact teamOnPodium(List<Finisher> riders) {
        var source = new FactSource.Asked(Question.PODIUM, riders.getFirst().row());
        var count = Integer.toString(riders.size());
        return new Inline.Fact(count, new FactLink("count", source, count));
    }

    /// Whether the lead tells of all who got the winner's time; the second is named after it then.
    private boolean isFirstOfMany() {
        return shape == Shape.TOGETHER && Shape.groupSize(facts).isPresent();
    }

    private static boolean isTold(Finisher finisher) {
        var place = finisher.placing().place();
        return place != null && place <= LAST_TOLD;
    }

    /// What became of the race on the road, where the source says so.
    private List<Inline> course() {
        var course = facts.course();
        if (course == null) {
            return List.of();
        }
        var words = language.sentence("course." + course.word()).text();
        var what = facts.stage() == null ? "race" : "stage";
        return fill(
                "course.of." + what,
                new Slots().with("course", ofResult(Property.COURSE, course.word(), words)));
    }

    /// What the source says of the whole result.
    private Inline.Fact ofResult(Property property, String value, String words) {
        var source = new FactSource.OfResult(facts.result(), property);
        return new Inline.Fact(
                words, new FactLink(property.name().toLowerCase(Locale.ROOT), source, value));
    }

    private List<Inline> standing() {
        if (facts.standing() != Result.Standing.PROVISIONAL) {
            return List.of();
        }
        var word = facts.standing().word();
        return fill(
                "provisional",
                new Slots().with("standing", ofResult(Property.STANDING, word, word)));
    }

    private Slots aboutRace() {
        var year = Integer.toString(facts.year());
        var slots =
                new Slots()
                        .with("race", new Inline.Text(facts.race()))
                        .with("town", Optional.ofNullable(facts.town()).map(Inline.Text::new))
                        .with(
                                "year",
                                new Inline.Fact(
                                        year,
                                        new FactLink(
                                                "year",
                                                new FactSource.Year(facts.edition()),
                                                year)));
        var which = "race";
        var stage = facts.stage();
        if (stage != null) {
            which = stage.isPrologue() ? "prologue" : "stage";
            slots.with("stage", ofResult(Property.STAGE, stage.word(), stage.word()));
        }
        return slots.with("title", fill("title." + which, slots))
                .with("what", fill("what." + which, slots));
    }

    /// How it was won, where the source says so; a time trial has one way only.
    private Optional<Inline> finish() {
        var finish = facts.finish();
        if (finish == null || facts.kind() != Race.Kind.ROAD) {
            return Optional.empty();
        }
        var words = language.sentence("finish." + finish.word().replace(' ', '.')).text();
        return Optional.of(ofResult(Property.FINISH, finish.word(), words));
    }

    private Optional<Inline> groupSize() {
        var size = Shape.groupSize(facts);
        if (size.isEmpty()) {
            return Optional.empty();
        }
        var link =
                new FactLink(
                        "count",
                        new FactSource.Asked(Question.TOGETHER, facts.result()),
                        Integer.toString(size.getAsInt()));
        return Optional.of(new Inline.Fact(language.number(size.getAsInt()), link));
    }

    private List<Inline> fill(String sentence, Slots slots) {
        return language.sentence(sentence).filled(slots).orElseThrow();
    }

    private static List<Inline> spaced(List<List<Inline>> sentences) {
        var words = new ArrayList<Inline>();
        for (var sentence : sentences) {
            if (!words.isEmpty() && !sentence.isEmpty()) {
                words.add(new Inline.Text(" "));
            }
            words.addAll(capitalised(sentence));
        }
        return words;
    }

    private static Paragraph paragraph(List<Inline> words) {
        return new Paragraph(joined(capitalised(words)));
    }

    /// A name such as "van der Poel" may begin a sentence.
    private static List<Inline> capitalised(List<Inline> words) {
        if (words.isEmpty()) {
            return words;
        }
        var capital =
                switch (words.getFirst()) {
                    case Inline.Fact fact ->
                            new Inline.Fact(Finisher.capital(fact.text()), fact.link());
                    case Inline.Text text -> new Inline.Text(Finisher.capital(text.text()));
                };
        return Stream.concat(Stream.of(capital), words.stream().skip(1)).toList();
    }

    /// Runs of plain words become one.
    private static List<Inline> joined(List<Inline> words) {
        var joined = new ArrayList<Inline>();
        for (var word : words) {
            if (word instanceof Inline.Text next
                    && !joined.isEmpty()
                    && joined.getLast() instanceof Inline.Text last) {
                joined.removeLast();
                joined.add(new Inline.Text(last.text() + next.text()));
            } else {
                joined.add(word);
            }
        }
        return joined;
    }
}
