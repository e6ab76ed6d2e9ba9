package musette.racing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import musette.racing.ResultKey.Classification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Which result of an edition is meant, in addresses and in words.
class ResultKeyTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/stage-4                | stage 4           | STAGE     | true",
                "/stage-13a              | stage 13a         | STAGE     | true",
                "/prologue               | prologue          | STAGE     | true",
                "/stage-4/points         | stage 4, points   | POINTS    | false",
                "/prologue/general       | prologue, general | GENERAL   | false",
                "/stage-21/general       | stage 21, general | GENERAL   | false",
                "/mountains              | mountains         | MOUNTAINS | false",
                "/youth                  | youth             | YOUTH     | false",
                "/teams                  | teams             | TEAMS     | false",
                "/start-list             | start list        | START_LIST | false",
                "/stage-1/start-list     | stage 1, start list | START_LIST | false",
            })
    void an_address_is_read_as_it_is_written(
            String path, String words, Classification classification, boolean isFinish) {
        var parts = path.substring(1).split("/", -1);

        var key = ResultKey.ofParts(parts[0], parts.length > 1 ? parts[1] : null).orElseThrow();

        assertThat(key.path()).isEqualTo(path);
        assertThat(key.words()).isEqualTo(words);
        assertThat(key.classification()).isEqualTo(classification);
        assertThat(key.isFinish()).isEqualTo(isFinish);
        assertThat(key.isRace()).isFalse();
        assertThat(key.isStartList()).isEqualTo(classification == Classification.START_LIST);
    }

    @Test
    void nothing_behind_the_edition_is_the_race_itself() {
        assertThat(ResultKey.ofParts(null, null)).contains(ResultKey.RACE);
        assertThat(ResultKey.RACE.path()).isEmpty();
        assertThat(ResultKey.RACE.words()).isEmpty();
        assertThat(ResultKey.RACE.isRace()).isTrue();
        assertThat(ResultKey.RACE.isFinish()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "general",
                "stage",
                "stage-",
                "stage-0",
                "stage-100",
                "stage-4d",
                "stage-04",
                "points/points",
                "general/points",
                "stage-4/stage",
                "stage-4/",
                "prologue/stage",
                "4",
                "STAGE-4/x",
                "records",
                "",
            })
    void what_names_no_result_is_none(String path) {
        var parts = path.split("/", -1);

        assertThat(ResultKey.ofPath(parts[0], parts.length > 1 ? parts[1] : null)).isEmpty();
    }

    @Test
    void the_result_of_a_stage_names_the_stage() {
        assertThatThrownBy(() -> new ResultKey(null, Classification.STAGE))
                .hasMessage("the result of a stage needs the stage");
    }

    @Test
    void points_decide_in_two_of_them() {
        assertThat(Classification.values())
                .filteredOn(Classification::isByPoints)
                .containsExactly(Classification.POINTS, Classification.MOUNTAINS);
    }

    @ParameterizedTest
    @CsvSource({
        "4, 4, stage 4, false",
        "' 13A ', 13a, stage 13a, false",
        "99c, 99c, stage 99c, false",
        "Prologue, prologue, prologue, true",
    })
    void a_stage_is_read_as_people_write_it(
            String text, String word, String words, boolean isPrologue) {
        var stage = StageNumber.of(text).orElseThrow();

        assertThat(stage.word()).isEqualTo(word);
        assertThat(stage.words()).isEqualTo(words);
        assertThat(stage.isPrologue()).isEqualTo(isPrologue);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "100", "4d", "a", "-1", "4 a", ""})
    void other_signs_are_no_stage(String text) {
        assertThat(StageNumber.of(text)).isEmpty();
    }
}
