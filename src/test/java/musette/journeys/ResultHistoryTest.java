package musette.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import musette.wire.ImportReceipt;
import musette.wire.Wire;
import org.junit.jupiter.api.Test;

/// What readers are told about how a result came.
class ResultHistoryTest {
    private static final String RESULT =
            """
            # race: Tour of the Lakes
            # year: 2023
            # stage: 4
            # standing: provisional
            place,bib,family,given,team,time,gap
            1,45,Izagirre,Ion,Cofidis,5:09:05,
            2,36,Higuita,Sergio,BORA,,+ 02
            3,85,Skjelmose,Mattias,Trek,,s.t.
            """;

    private static final String WALLONIE =
            """
            # race: Tour de Wallonie
            # year: 2022
            # standing: corrected
            place,family,given,team,time,gap,status
            ,van Hooydonck,Nathan,Jumbo,22:49:54,,DSQ
            1,Vliegen,Loïc,Intermarché,,+0:10,
            2,Skjelmose,Mattias,Trek,,+0:12,
            3,Stannard,Robert,Alpecin,,s.t.,
            DNF,Nizzolo,Giacomo,Israel,,,
            """;

    @Test
    void each_version_is_told_with_what_it_changed_and_rows_stand_as_they_were_filed() {
        try (var house = House.open(Instant.parse("2023-04-01T15:20:00Z"))) {
            put(house, RESULT);
            house.clock().advance(Duration.ofMinutes(20));
            put(house, official("+ 13"));
            house.clock().advance(Duration.ofMinutes(20));
            var wrong = put(house, official("+ 31"));
            house.ask(Wire.class).undo(wrong, "Ane Lasa");

            var stage = new Visit(house).get("/races/tour-of-the-lakes/2023/stage-4").body();
            assertThat(stage)
                    .contains("href=\"/races/tour-of-the-lakes/2023/stage-4/history\"")
                    .contains(">Version 2</a>, 1 April 2023, 17:40");
            var page = new Visit(house).get("/races/tour-of-the-lakes/2023/stage-4/history").body();
            assertThat(text(page))
                    .contains(
                            "Version 3 official",
                            "taken back 1 April 2023, 18:00",
                            "Version 2 counts now official",
                            "Mattias Skjelmose time s.t. +0:13",
                            "Version 1 provisional",
                            "The first version.",
                            "3 85 Skjelmose Mattias Trek + 13")
                    .doesNotContain("Ane Lasa");
            assertThat(new Visit(house).get("/races/tour-of-the-lakes/2023/history").statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void where_gaps_were_filed_behind_somebody_who_lost_his_place_desk_and_readers_see_whom() {
        try (var house = House.open(Instant.parse("2022-08-01T15:20:00Z"))) {
            var arrival = put(house, WALLONIE);
            var newsroom = new Newsroom(house);
            var desk = newsroom.signedIn("Nerea Díaz").get("/desk/results/" + arrival).body();
            assertThat(text(desk))
                    .contains("Mattias Skjelmose Trek +0:02 filed +0:12 behind van Hooydonck")
                    .doesNotContain("behind Vliegen");

            var page = new Visit(house).get("/races/tour-de-wallonie/2022/history").body();
            assertThat(text(page))
                    .contains("Gap from")
                    .contains("2 Skjelmose Mattias Trek +0:12 van Hooydonck")
                    .contains("3 Stannard Robert Alpecin s.t. DNF Nizzolo");
        }
    }

    private static String official(String gap) {
        return RESULT.replace("provisional", "official").replace("s.t.", gap);
    }

    private static long put(House house, String file) {
        var bytes = new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8));
        var receipt = house.ask(Wire.class).receive("stage.csv", bytes, "Ane Lasa");
        assertThat(receipt).isInstanceOf(ImportReceipt.Applied.class);
        return receipt.arrival();
    }

    private static String text(String page) {
        return page.replaceAll("<[^>]*>", " ").replace("·", " ").replaceAll("\\s+", " ");
    }
}
