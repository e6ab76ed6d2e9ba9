package musette.racing;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The Gran Premio Miguel Indurain of 2023 as two sheets: the official result, and the one with the
/// gaps slid up by a row that a newspaper printed.
public final class Indurain {
    public static final ResultFile.Entrant IZAGIRRE =
            new ResultFile.Entrant(null, "Izagirre", "Ion", "ESP", LocalDate.of(1989, 2, 4));

    private Indurain() {}

    public static ResultFile official() {
        return file(Result.Standing.OFFICIAL, 2, 13, 20);
    }

    public static ResultFile slidUp() {
        return file(Result.Standing.PROVISIONAL, 2, 2, 13);
    }

    private static ResultFile file(Result.Standing standing, int second, int third, int fourth) {
        return new ResultFile(
                head(standing),
                List.of(
                        row(1, IZAGIRRE, "Cofidis", new Time(1_854_500), null),
                        row(
                                2,
                                entrant("Higuita", "Sergio", "COL"),
                                "BORA - hansgrohe",
                                null,
                                second),
                        row(
                                3,
                                entrant("Skjelmose", "Mattias", "DEN"),
                                "Trek - Segafredo",
                                null,
                                third),
                        row(4, entrant("Kron", "Andreas", "DEN"), "Lotto Dstny", null, fourth),
                        new ResultFile.Row(
                                entrant("Adrià", "Roger", "ESP"),
                                "Equipo Kern Pharma",
                                placing(5, null, 20, true)),
                        new ResultFile.Row(
                                entrant("Hermans", "Ben", "BEL"),
                                "Israel - Premier Tech",
                                new Placing(
                                        null,
                                        false,
                                        "162",
                                        null,
                                        null,
                                        false,
                                        Placing.Status.DNS,
                                        null,
                                        "",
                                        7))));
    }

    public static ResultFile.Head head(Result.Standing standing) {
        return new ResultFile.Head(
                "gran-premio-miguel-indurain-2023.csv",
                "gran-premio-miguel-indurain",
                "Gran Premio Miguel Indurain",
                "Gran Premio Miguel Indurain",
                2023,
                ResultKey.RACE,
                null,
                Race.Gender.MEN,
                LocalDate.of(2023, 4, 1),
                "1.Pro",
                "Estella",
                "ESP",
                203_200,
                standing,
                new Result.Credit("FirstCycling", "https://firstcycling.com/"),
                null,
                null);
    }

    static ResultFile.Entrant entrant(String family, String given, String nation) {
        return new ResultFile.Entrant(null, family, given, nation, null);
    }

    private static ResultFile.Row row(
            int place,
            ResultFile.Entrant rider,
            String team,
            @Nullable Time time,
            @Nullable Integer gap) {
        return new ResultFile.Row(rider, team, placing(place, time, gap, false));
    }

    private static Placing placing(
            int place, @Nullable Time time, @Nullable Integer gap, boolean sameTime) {
        return new Placing(
                place,
                false,
                null,
                time,
                gap == null ? null : Gap.ofSeconds(gap),
                sameTime,
                Placing.Status.FINISHED,
                null,
                "",
                place + 1);
    }

    /// The winners before 2023, complete since 2006 (no race in 2020).
    public static WinnersFile winners() {
        return new WinnersFile(
                "winners.csv",
                "gran-premio-miguel-indurain",
                "Gran Premio Miguel Indurain",
                2006,
                null,
                List.of(
                        won(2006, "Wegmann", "Fabian"),
                        won(2007, "Nocentini", "Rinaldo"),
                        won(2008, "Wegmann", "Fabian"),
                        won(2009, "De La Fuente", "David"),
                        won(2010, "Rodríguez", "Joaquim"),
                        won(2011, "Sánchez", "Samuel"),
                        won(2012, "Moreno", "Daniel"),
                        won(2013, "Špilak", "Simon"),
                        won(2014, "Valverde", "Alejandro"),
                        won(2015, "Vicioso", "Ángel"),
                        won(2016, "Izagirre", "Ion"),
                        won(2017, "Yates", "Simon"),
                        won(2018, "Valverde", "Alejandro"),
                        won(2019, "Hivert", "Jonathan"),
                        new WinnersFile.Row(2020, null, null, 16),
                        won(2021, "Valverde", "Alejandro"),
                        won(2022, "Barguil", "Warren")));
    }

    private static WinnersFile.Row won(int year, String family, String given) {
        return new WinnersFile.Row(
                year, new ResultFile.Entrant(null, family, given, null, null), null, year - 2004);
    }
}
