package musette.racing;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Nations as the UCI writes them, three letters of the IOC, and as people call them.
public final class Nations {
    /// Where the IOC's letters are not those of ISO 3166.
    private static final Map<String, String> OTHERWISE =
            Map.ofEntries(
                    Map.entry("ALG", "DZ"),
                    Map.entry("BUL", "BG"),
                    Map.entry("CHI", "CL"),
                    Map.entry("CRC", "CR"),
                    Map.entry("CRO", "HR"),
                    Map.entry("DEN", "DK"),
                    Map.entry("ESA", "SV"),
                    Map.entry("GER", "DE"),
                    Map.entry("GRE", "GR"),
                    Map.entry("GUA", "GT"),
                    Map.entry("HON", "HN"),
                    Map.entry("INA", "ID"),
                    Map.entry("IRI", "IR"),
                    Map.entry("KSA", "SA"),
                    Map.entry("LAT", "LV"),
                    Map.entry("MAS", "MY"),
                    Map.entry("MGL", "MN"),
                    Map.entry("MRI", "MU"),
                    Map.entry("NED", "NL"),
                    Map.entry("NGR", "NG"),
                    Map.entry("PAR", "PY"),
                    Map.entry("PHI", "PH"),
                    Map.entry("POR", "PT"),
                    Map.entry("PUR", "PR"),
                    Map.entry("RSA", "ZA"),
                    Map.entry("SLO", "SI"),
                    Map.entry("SUI", "CH"),
                    Map.entry("TPE", "TW"),
                    Map.entry("UAE", "AE"),
                    Map.entry("URU", "UY"),
                    Map.entry("VIE", "VN"),
                    Map.entry("ZIM", "ZW"));

    /// The UCI's, of the sport; the state has another name.
    private static final String GREAT_BRITAIN = "GBR";

    private static final Map<String, String> BY_ISO =
            Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).stream()
                    .collect(
                            Collectors.toMap(
                                    country -> Locale.of("", country).getISO3Country(),
                                    Function.identity()));

    private Nations() {}

    /// `Spain` for `ESP`; the letters themselves where nobody knows better.
    public static String words(String code) {
        return code.equals(GREAT_BRITAIN)
                ? "Great Britain"
                : country(code)
                        .map(country -> country.getDisplayCountry(Locale.ENGLISH))
                        .orElse(code);
    }

    /// Whether it is the code of a nation that there is. Whoever rode for the Soviet Union rode for
    /// a nation of today under another name, and nobody can tell here for which; nor can anybody of
    /// one who is not known.
    static boolean isOfToday(@Nullable String code) {
        return code != null && country(code).isPresent();
    }

    private static Optional<Locale> country(String code) {
        return Stream.of(OTHERWISE, BY_ISO)
                .flatMap(countries -> Stream.ofNullable(countries.get(code)))
                .map(country -> Locale.of("", country))
                .findFirst();
    }
}
