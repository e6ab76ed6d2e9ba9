package musette.racing;

/// A team in one season; next year's sponsors make it another row.
///
/// @param name as it was filed first
/// @param print the spelling on our pages, signs and lower case kept: `Team Visma | Lease a Bike`
public record Team(long id, int season, String name, String print) implements ResultRow.Competitor {
    /// The name as addresses have it; with the season it names the team.
    public String slug() {
        return Names.slug(print);
    }

    @Override
    public String display() {
        return print;
    }

    @Override
    public String family() {
        return print;
    }

    @Override
    public String given() {
        return "";
    }

    @Override
    public String key() {
        return "team/" + id;
    }
}
