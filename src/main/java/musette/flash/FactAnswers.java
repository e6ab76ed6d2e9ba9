package musette.flash;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import musette.racing.Palmares;
import musette.racing.Result;
import musette.stories.FactAnswer;
import musette.text.Document;
import musette.text.Document.Inline;
import musette.text.FactSource;
import musette.text.FactSource.Cell;
import musette.text.FactSource.Property;
import musette.text.FactSource.Question;

/// What the sources of facts answer today, asked of a result as it now stands.
///
/// The answers come from the same rows and by the same rules by which a flash says them, so that
/// nothing differs but what has changed.
final class FactAnswers {
    private static final Document NOTHING = new Document(List.of());
    private static final Answer NONE = new Answer("", "");

    private final Map<String, Answer> answers = new HashMap<>();
    private final RaceFacts facts;
    private final Flash flash;

    private record Answer(String value, String words) {}

    private FactAnswers(Result result, Palmares palmares, Flash flash) {
        this.flash = flash;
        facts = RaceFacts.of(result, palmares);
        RaceFacts.rows(result).forEach(this::answerRow);
        Gaps.singly(facts).forEach(this::answerGap);
        answer(new FactSource.Year(facts.edition()), Integer.toString(facts.year()));
        Shape.groupSize(facts)
                .ifPresent(size ->
                        answer(
                                new FactSource.Asked(Question.TOGETHER, facts.result()),
                                Integer.toString(size)));
        if (facts.stage() != null) {
            answer(Property.STAGE, facts.stage().word());
        }
        answer(Property.STANDING, facts.standing().word());
        if (facts.finish() != null) {
            answer(Property.FINISH, facts.finish().word());
        }
        if (facts.course() != null) {
            answer(Property.COURSE, facts.course().word());
        }
        answerHonours();
        if (facts.defending() != null) {
            answer(
                    new FactSource.Asked(Question.DEFENDING, facts.defending().key()),
                    Integer.toString(facts.defending().year()));
        }
        if (!facts.teamOnPodium().isEmpty()) {
            answer(Drafter.teamOnPodium(facts.teamOnPodium()));
        }
    }

    /// Answers for those sources; without a value where the result has none any more.
    ///
    /// @param flash drafted from the same result
    static List<FactAnswer> of(
            List<String> sources, Result result, Palmares palmares, Flash flash) {
        var answers = new FactAnswers(result, palmares, flash);
        return sources.stream().map(answers::to).toList();
    }

    /// Answers of a result that counts no more.
    static List<FactAnswer> none(List<String> sources) {
        return sources.stream()
                .map(source -> new FactAnswer(source, "", "", NOTHING, NOTHING))
                .toList();
    }

    private FactAnswer to(String source) {
        var answer =
                FactSource.of(source).orElse(null) instanceof FactSource.SharedGap shared
                        ? sharedGap(shared)
                        : answers.getOrDefault(source, NONE);
        return new FactAnswer(
                source,
                answer.value(),
                answer.words(),
                sentence(flash.body(), source),
                sentence(flash.heads(), source));
    }

    /// Riders who shared a gap and do so still.
    private Answer sharedGap(FactSource.SharedGap shared) {
        var each =
                shared.rows().stream()
                        .map(row -> new FactSource.Row(row, Cell.GAP).spelled())
                        .map(gap -> answers.getOrDefault(gap, NONE))
                        .collect(Collectors.toSet());
        return each.size() == 1 ? each.iterator().next() : NONE;
    }

    private void answerRow(Finisher row) {
        answer(row.fullName());
        row.teamName().ifPresent(this::answer);
        answer(row.place(row.placing().mark()));
        row.time().ifPresent(this::answer);
    }

    private void answerGap(Gaps.Run run) {
        var words =
                switch (run.how()) {
                    case Gaps.At at -> at.gap().clock();
                    case Gaps.With _, Gaps.WithWinner _ -> "same time";
                    case Gaps.Untold _ -> "";
                };
        if (!words.isEmpty()) {
            answers.put(run.link().source(), new Answer(run.link().value(), words));
        }
    }

    private void answerHonours() {
        var honours = facts.honours();
        if (honours == null) {
            return;
        }
        honours.wins()
                .number()
                .ifPresent(number ->
                        answer(
                                new FactSource.Asked(Question.WINS, honours.key()),
                                Integer.toString(number)));
        var years = honours.wins().earlier();
        for (int i = 0; i < years.size(); i++) {
            answer(new FactSource.EarlierWin(honours.key(), i + 1), years.get(i).toString());
        }
        honours.palmares()
                .inARow()
                .ifPresent(row ->
                        answer(
                                new FactSource.Asked(Question.ROW, honours.key()),
                                Integer.toString(row)));
        answerOrigin(Question.NATION, honours, honours.palmares().ofNation());
        answerOrigin(Question.REGION, honours, honours.palmares().ofRegion());
    }

    private void answerOrigin(
            Question question, RaceFacts.Honours honours, Optional<Palmares.LastFrom> origin) {
        origin.ifPresent(last ->
                answer(
                        PalmaresSentences.origin(question, honours, last),
                        PalmaresSentences.word(last)));
    }

    private void answer(Inline.Fact fact) {
        answers.put(fact.link().source(), new Answer(fact.link().value(), fact.text()));
    }

    private void answer(Property property, String value) {
        answer(new FactSource.OfResult(facts.result(), property), value);
    }

    private void answer(FactSource source, String value) {
        answers.put(source.spelled(), new Answer(value, value));
    }

    /// How the flash says it; where it says a gap for several riders at once, the sentence that
    /// names this one.
    private static Document sentence(Document draft, String source) {
        return draft.sentenceSaying(source)
                .or(() ->
                        FactSource.of(source).orElse(null)
                                                instanceof FactSource.Row(var row, var cell)
                                        && cell == Cell.GAP
                                ? draft.sentenceSaying(
                                        new FactSource.Row(row, Cell.RIDER).spelled())
                                : Optional.empty())
                .map(sentence -> new Document(List.of(sentence)))
                .orElse(NOTHING);
    }
}
