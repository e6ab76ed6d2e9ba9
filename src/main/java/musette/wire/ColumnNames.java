package musette.wire;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What timing software, federations and results sites call the columns that we know.
final class ColumnNames {
    private static final Map<String, String> OURS = new HashMap<>();

    static {
        called("place", "pos position rank rk rnk plc pl # puesto plaats rang platz");
        called(
                "bib",
                "no nr number bib_# bib# bib_number start_number rider_no body_number dossard"
                        + " dorsal");
        called("uci_id", "uciid uci_code racer_code");
        called("family", "last_name lastname surname family_name nom apellidos cognome nachname");
        called("given", "first_name firstname given_name forename prénom prenom nombre vorname");
        called("rider", "name rider_name athlete competitor coureur corredor corridore fahrer");
        called("nation", "nat country country_code nationality noc");
        called("birth_date", "dob date_of_birth birthdate");
        called("team", "team_name club squad equipe équipe equipo squadra ploeg mannschaft");
        called(
                "time",
                "result finish_time goal_time total_time times temps tiempo tempo tijd zeit");
        called("gap", "diff difference behind timelag écart ecart distacco achterstand rückstand");
        called("status", "irm result_status entry_status");
        called("points", "uci_points uci pts pnt punten puntos punti punkte");
        called("note", "notes remark remarks comment");
    }

    private ColumnNames() {}

    private static void called(String ours, String others) {
        for (var other : others.split(" ", -1)) {
            OURS.put(other, ours);
        }
    }

    /// The cell of a header as we write column names: `UCI ID` and `uci-id` are `uci_id`.
    static String plain(String cell) {
        return cell.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\.$", "")
                .replace(' ', '_')
                .replace('-', '_');
    }

    /// Whether columns of these names, ours, hold a result: places, and whose they are.
    static boolean areOfResults(List<String> names) {
        return names.contains("place")
                && (names.contains("rider") || names.contains("family") || names.contains("team"));
    }

    /// Whether they hold a start list: numbers and whose they are, and no places.
    static boolean areOfStarters(List<String> names) {
        return names.contains("bib")
                && !names.contains("place")
                && (names.contains("rider") || names.contains("family"));
    }

    /// Our name for a column that others call so; the plain name itself where we have none.
    static String ours(String plain) {
        return OURS.getOrDefault(plain, plain);
    }
}
