package musette.flash;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import musette.racing.Palmares;
import musette.racing.Result;
import musette.racing.Results;
import musette.store.RolledBack;
import musette.stories.FactAnswer;
import musette.text.Document;
import musette.text.Document.Inline;
import musette.text.FactLink;
import musette.text.FactSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// What a stored result answers to the questions that a story's facts name.
class FactAnswersTest extends RolledBack {
    private static final String WINNERS =
            """
            # race: Klasika Primavera
            # complete-since: 2010
            # first-held: 2010
            year,family,given,nation,region
            2010,Sánchez,Samuel,ESP,Asturias
            2011,Valverde,Alejandro,ESP,Murcia
            2012,Costa,Rui,POR,Norte
            2013,Serpa,José,COL,Sucre
            2014,Costa,Rui,POR,Norte
            2015,Quintana,Nairo,COL,Boyacá
            2016,Costa,Rui,POR,Norte
            2017,Valverde,Alejandro,ESP,Murcia
            2018,Roglič,Primož,SLO,
            2019,Izagirre,Ion,ESP,Gipuzkoa
            """;
    private static final String COLUMNS = "place,family,given,nation,region,team,time,gap\n";

    /// Third of Costa's wins and none in a row; one from Portugal; the winner before is in it; two
    /// of a team; four together; then two who share a gap, and the same time as the rider before.
    private static final String TOGETHER =
            """
            1,Izagirre,Ion,ESP,Gipuzkoa,Cofidis,4:10:05,
            2,Costa,Rui,POR,Norte,EF Education,,s.t.
            3,Buchmann,Emanuel,GER,,Cofidis,,s.t.
            4,Roglič,Primož,SLO,,Jumbo-Visma,,+0:09
            5,Quintana,Nairo,COL,Boyacá,Arkéa,,+0:09
            """;

    private static final String APART =
            """
            1,Quintana,Nairo,COL,Boyacá,Arkéa,4:10:05,
            2,Roglič,Primož,SLO,,Jumbo-Visma,,+0:04
            3,Izagirre,Ion,ESP,Gipuzkoa,Cofidis,,+0:09
            4,Costa,Rui,POR,Norte,EF Education,,+0:12
            5,Buchmann,Emanuel,GER,,Cofidis,,s.t.
            """;
    private static final String FROM_ALAVA = "1,Lazkano,Oier,ESP,Álava,Caja Rural,,\n";
    private static final String ALONE = "1,Buchmann,Emanuel,GER,Bavaria,Bora,,\n";

    private final Results results;
    private final Palmares palmares;

    FactAnswersTest(JdbcClient sql, TransactionTemplate transaction) {
        super(sql, transaction);
        results = new Results(sql, transaction, Clock.systemUTC(), news -> {});
        palmares = new Palmares(sql);
    }

    @BeforeEach
    void an_empty_house() {
        results.store(OneDayRaces.list(WINNERS), "test");
    }

    @ParameterizedTest
    @ValueSource(strings = {TOGETHER, APART, ALONE, FROM_ALAVA})
    void every_fact_of_a_flash_is_answered_as_the_flash_says_it(String rows) {
        var result = stored(2020, "provisional", "", rows);
        var flash = Flash.of(result, palmares);
        var facts = flash.facts();
        var answers = answers(result, facts.stream().map(Inline.Fact::link).toList());

        assertThat(facts).isNotEmpty();
        for (var fact : facts) {
            var source = fact.link().source();
            var answer = answers.get(source);
            assertThat(answer.value()).as(source).isEqualTo(fact.link().value());
            assertThat(answer.words()).as(source).isNotBlank();
            assertThat(said(answer.sentence()) || said(answer.headsSentence())).as(source).isTrue();
        }
    }

    @Test
    void what_a_win_means_is_asked_of_the_earlier_winners() {
        assertThat(questions("", TOGETHER)).contains("wins", "earlier-win", "row", "podium");
        assertThat(questions("", TOGETHER)).doesNotContain("defending", "nation", "region");
        assertThat(questions("", APART)).contains("wins", "earlier-win", "defending");
        assertThat(questions("", ALONE)).contains("nation");
        assertThat(questions("", FROM_ALAVA)).contains("region");
        assertThat(questions("# stage: 2\n", TOGETHER))
                .as("of a stage, the race's winners say nothing")
                .doesNotContain("wins", "row", "defending");
        assertThat(questions("# stage: 2\n", APART)).doesNotContain("wins", "defending");
    }

    private Set<String> questions(String more, String rows) {
        var result = stored(2020, "official", more, rows);
        return Flash.of(result, palmares).facts().stream()
                .map(fact -> fact.link().source())
                .filter(source -> source.startsWith("question/"))
                .map(source -> source.split("/", 3)[1])
                .collect(Collectors.toSet());
    }

    @Test
    void a_stage_says_which_it_is_and_how_it_went() {
        var result =
                stored(
                        2020,
                        "official",
                        "# stage: 4\n# finish: bunch sprint\n# course: shortened\n",
                        APART);
        var id = "result/" + result.id();

        var answers = ask(result, id + "/stage", id + "/finish", id + "/course", id + "/standing");

        assertThat(answers)
                .extracting(FactAnswer::value)
                .containsExactly("4", "bunch sprint", "shortened", "official");
        assertThat(answers.getFirst().sentence().text()).contains("stage 4");
    }

    @Test
    void a_gap_that_was_shared_is_answered_as_long_as_it_is() {
        var before = stored(2020, "provisional", "", TOGETHER);
        var shared = new FactSource.SharedGap(rows(before).subList(3, 5)).spelled();
        assertThat(ask(before, shared).getFirst().value()).isEqualTo("900");
        assertThat(ask(before, shared).getFirst().words()).isEqualTo("+0:09");

        var after = stored(2020, "official", "", APART);

        assertThat(ask(after, shared)).extracting(FactAnswer::value).containsExactly("");
    }

    @Test
    void a_gap_that_is_said_for_several_is_answered_with_the_sentence_that_names_the_rider() {
        var result = stored(2020, "provisional", "", TOGETHER);
        var quintana = rows(result).get(4);

        var answer = ask(result, quintana + "/gap").getFirst();

        assertThat(answer.value()).isEqualTo("900");
        assertThat(answer.sentence().text()).contains("Quintana");
        assertThat(ask(result, quintana + "/team").getFirst().sentence().text()).contains("Arkéa");
    }

    @Test
    void another_result_answers_otherwise_and_what_nobody_is_asked_for_not_at_all() {
        var before = stored(2020, "provisional", "", TOGETHER);
        var links = Flash.of(before, palmares).facts().stream().map(Inline.Fact::link).toList();
        var after = stored(2020, "official", "", APART);

        var answers = answers(after, links);

        assertThat(answers.get("result/%d/standing".formatted(after.id())).value())
                .isEqualTo("official");
        var podium = "question/podium/" + rows(before).getFirst();
        assertThat(answers.get(podium).value()).isEmpty();
        assertThat(ask(after, rows(before).get(1) + "/gap").getFirst().value()).isEqualTo("1200");
        assertThat(ask(after, "nothing", "result/999/standing", "question/"))
                .allSatisfy(answer -> assertThat(answer.value() + answer.words()).isEmpty())
                .allSatisfy(answer -> assertThat(said(answer.sentence())).isFalse());
    }

    @Test
    void a_result_that_is_taken_back_answers_nothing() {
        assertThat(FactAnswers.none(List.of("result/1/standing", "edition/1/year")))
                .extracting(FactAnswer::source)
                .containsExactly("result/1/standing", "edition/1/year");
        assertThat(FactAnswers.none(List.of("edition/1/year")).getFirst())
                .extracting(FactAnswer::value, FactAnswer::words)
                .containsExactly("", "");
    }

    @Test
    void every_row_offers_its_facts_to_whoever_writes() {
        var result = stored(2020, "official", "", APART);
        var offers = new FactOffers(palmares);

        var offered = offers.of(result);

        assertThat(offered).extracting(it -> it.rider().text()).startsWith("Nairo Quintana");
        assertThat(offered).extracting(it -> it.family().text()).endsWith("Buchmann");
        assertThat(offered)
                .extracting(it -> it.placing().orElseThrow().text())
                .containsExactly("first", "second", "third", "fourth", "fifth");
        assertThat(offered)
                .extracting(it -> it.gap().orElseThrow().text())
                .containsExactly(
                        "4:10:05", "four seconds", "nine seconds", "12 seconds", "the same time");
        var second = offered.get(1);
        assertThat(offers.areOffered(result, List.of(second.rider(), second.gap().orElseThrow())))
                .isTrue();
        var rider = second.rider();
        assertThat(offers.areOffered(result, List.of(new Inline.Fact("Roglic", rider.link()))))
                .as("in other words")
                .isFalse();
        var link = rider.link();
        var moved = new FactLink(link.kind(), offered.get(2).rider().link().source(), link.value());
        assertThat(offers.areOffered(result, List.of(new Inline.Fact(rider.text(), moved))))
                .as("of another row")
                .isFalse();
    }

    private Result stored(int year, String standing, String more, String rows) {
        var head =
                "# race: Klasika Primavera\n# year: %d\n# gender: men\n# standing: %s\n"
                        .formatted(year, standing);
        var file = OneDayRaces.file(head + more + COLUMNS + rows);
        var stored = (Results.Stored) results.store(file, "test");
        return results.byId(stored.result()).orElseThrow();
    }

    private static List<String> rows(Result result) {
        return RaceFacts.rows(result).stream().map(Finisher::row).toList();
    }

    private List<FactAnswer> ask(Result result, String... sources) {
        return FactAnswers.of(List.of(sources), result, palmares, Flash.of(result, palmares));
    }

    private Map<String, FactAnswer> answers(Result result, List<FactLink> links) {
        return ask(result, links.stream().map(FactLink::source).distinct().toArray(String[]::new))
                .stream()
                .collect(Collectors.toMap(FactAnswer::source, Function.identity()));
    }

    private static boolean said(Document sentence) {
        return !sentence.text().isEmpty();
    }
}
