package musette.flash;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import musette.racing.ResultFile;
import musette.racing.WinnersFile;
import musette.wire.ParsedFile;
import musette.wire.ParsedFile.ParsedResult;
import musette.wire.ParsedFile.ParsedWinners;

/// One-day races for the tests of the flash, as files would bring them.
final class OneDayRaces {
    private OneDayRaces() {}

    static final String INDURAIN_2022 =
            """
            # race: Gran Premio Miguel Indurain
            # year: 2022
            # place: Estella-Lizarra
            # standing: official
            place,family,given,team,time,gap
            1,Barguil,Warren,Arkéa Samsic,4:57:49,
            2,Vlasov,Aleksandr,BORA - hansgrohe,,s.t.
            3,Clarke,Simon,Israel - Premier Tech,,s.t.
            4,Vuillermoz,Alexis,TotalEnergies,,s.t.
            5,Vendrame,Andrea,AG2R Citroën,,s.t.
            6,Latour,Pierre,TotalEnergies,,s.t.
            7,Izagirre,Ion,Cofidis,,s.t.
            8,Hirschi,Marc,UAE Team Emirates,,s.t.
            9,Champoussin,Clément,AG2R Citroën,,s.t.
            10,Izagirre,Gorka,Movistar,,s.t.
            11,Bilbao,Pello,Bahrain - Victorious,,+0:03
            """;

    static final String SANREMO =
            """
            # race: Milano-Sanremo
            # year: 2023
            # standing: provisional
            place,family,given,team,gap
            1,van der Poel,Mathieu,Alpecin-Deceuninck,
            2,Ganna,Filippo,INEOS Grenadiers,+0:15
            3,van Aert,Wout,Jumbo-Visma,s.t.
            4,Pogačar,Tadej,UAE Team Emirates,s.t.
            5,Kragh Andersen,Søren,Alpecin-Deceuninck,+0:26
            """;

    static final String AMSTEL_2022 =
            """
            # race: Amstel Gold Race
            # year: 2022
            # standing: official
            place,family,given,team,gap
            1,Kwiatkowski,Michał,INEOS Grenadiers,
            2,Cosnefroy,Benoît,AG2R Citroën,+ 00
            3,Benoot,Tiesj,Jumbo-Visma,+ 10
            """;

    static final String AMSTEL_2023 =
            """
            # race: Amstel Gold Race
            # year: 2023
            # standing: official
            place,family,given,team,gap
            1,Pogačar,Tadej,UAE Team Emirates,
            2,Healy,Ben,EF Education-EasyPost,+ 38
            3,Pidcock,Thomas,INEOS Grenadiers,+ 02:14
            4,Kron,Andreas,Lotto Dstny,+ 02:14
            """;

    static final String FLANDERS =
            """
            # race: Tour of Flanders Women
            # year: 2023
            # gender: women
            # standing: official
            place,family,given,team,gap
            1,Kopecky,Lotte,SD Worx,
            2,Vollering,Demi,SD Worx,+0:36
            """;

    static final String FLANDERS_WINNERS =
            """
            2004,Zabirova,Zulfiya
            2005,Melchers,Mirjam
            2006,Melchers,Mirjam
            2007,Cooke,Nicole
            2008,Arndt,Judith
            2009,Teutenberg,Ina-Yoko
            2010,Verbeke,Grace
            2011,van Vleuten,Annemiek
            2012,Arndt,Judith
            2013,Vos,Marianne
            2014,van Dijk,Ellen
            2015,Longo Borghini,Elisa
            2016,Armitstead,Lizzie
            2017,Rivera,Coryn
            2018,van der Breggen,Anna
            2019,Bastianelli,Marta
            2020,van den Broek-Blaak,Chantal
            2021,van Vleuten,Annemiek
            2022,Kopecky,Lotte
            """;

    static Flash flanders() {
        return told(FLANDERS, FLANDERS_WINNERS);
    }

    static Flash seed() {
        var result =
                (ParsedResult) ParsedFile.of(Path.of("demo/gran-premio-miguel-indurain-2023.csv"));
        return Flash.of(result.file(), Optional.of(result.winners().file()));
    }

    static Flash told(String text) {
        return Flash.of(file(text), Optional.empty());
    }

    static Flash told(String text, String winners) {
        var file = file(text);
        var list =
                "# race: %s\n# complete-since: 2004\n# first-held: %d\nyear,family,given\n%s"
                        .formatted(
                                file.head().race(),
                                file.head().race().equals("Milano-Sanremo") ? 1907 : 2004,
                                winners);
        return Flash.of(file, Optional.of(list(list)));
    }

    static Flash toldAfter(String text, String winners) {
        return Flash.of(file(text), Optional.of(list(winners)));
    }

    static ResultFile file(String text) {
        return ((ParsedResult) read(text)).file();
    }

    static WinnersFile list(String text) {
        return ((ParsedWinners) read(text)).file();
    }

    private static ParsedFile read(String text) {
        return ParsedFile.of(
                "result.csv", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
