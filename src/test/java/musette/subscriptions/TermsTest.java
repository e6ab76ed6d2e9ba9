package musette.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every sentence about money follows from the phases that are charged.
class TermsTest {
    private static final Instant FROM = Instant.parse("2023-04-01T00:00:00Z");
    private static final Market BRITAIN =
            new Market("GB", "United Kingdom", Currency.getInstance("GBP"), Set.of("GB"));
    private static final PriceList PRICES =
            new PriceList(BRITAIN, pounds(100), pounds(499), pounds(4_900), FROM);
    private static final Offer OFFER =
            new Offer(1, BRITAIN, PRICES.monthly(), PRICES.yearly(), FROM);

    @Test
    void a_gate_says_the_first_price_and_what_follows_it() {
        assertThat(OFFER.lead()).isEqualTo("Your first month for £1");
        assertThat(OFFER.follows(Term.MONTH))
                .isEqualTo("for the first month, £4.99 a month after that");
        assertThat(OFFER.follows(Term.YEAR)).isEqualTo("a year");
        assertThat(OFFER.terms())
                .isEqualTo(
                        "£1 for the first month, then £4.99 a month, or £49 a year. Nothing renews"
                            + " by itself: reading ends with the time you paid for, and you decide"
                            + " whether to join again.");
    }

    @Test
    void whoever_had_the_introduction_is_told_the_full_price_only() {
        var again = OFFER.withoutIntroduction();

        assertThat(again.lead()).isEqualTo("£4.99 a month");
        assertThat(again.follows(Term.MONTH)).isEqualTo("a month");
        assertThat(again.terms()).startsWith("£4.99 a month, or £49 a year. ");
        assertThat(again.terms(Term.MONTH))
                .startsWith("You pay £4.99 today and read everything for one month.");
        assertThat(again.month().hasIntroduction()).isFalse();
        assertThat(again.month().first()).isEqualTo(pounds(499));
    }

    @Test
    void what_is_agreed_to_says_what_is_paid_for_how_long_and_that_no_more_is() {
        assertThat(OFFER.terms(Term.MONTH))
                .isEqualTo(
                        "You pay £1 today and read everything for your first month. Nothing renews"
                                + " by itself: no more is charged, and reading ends unless you join"
                                + " again, which is £4.99 a month today.");
        assertThat(OFFER.terms(Term.YEAR))
                .startsWith("You pay £49 today and read everything for one year.")
                .endsWith("which is £49 a year today.");
    }

    @Test
    void a_quarter_is_told_in_months() {
        var quarterly =
                new Plan(
                        Term.MONTH,
                        List.of(
                                phase(Phase.Kind.INTRO, 200, 2, 1),
                                phase(Phase.Kind.FULL, 1_200, 3, null)));

        assertThat(Terms.follows(quarterly))
                .isEqualTo("for the first 2 months, £12 every 3 months after that");
        assertThat(Terms.of(quarterly)).contains("for your first 2 months", "£12 every 3 months");
    }

    @Test
    void periods_are_charged_phase_after_phase_and_the_last_one_goes_on() {
        var plan =
                new Plan(
                        Term.MONTH,
                        List.of(
                                phase(Phase.Kind.INTRO, 100, 1, 2),
                                phase(Phase.Kind.INTRO, 300, 1, 1),
                                phase(Phase.Kind.FULL, 499, 1, null)));

        assertThat(List.of(0, 1, 2, 3, 99))
                .extracting(period -> plan.phase(period).price().minor())
                .containsExactly(100L, 100L, 300L, 499L, 499L);
        assertThat(plan.first()).isEqualTo(pounds(100));
        assertThat(plan.full().price()).isEqualTo(pounds(499));
        assertThat(plan.hasIntroduction()).isTrue();
    }

    @Test
    void a_plan_that_would_end_or_cost_nothing_is_none() {
        assertThatThrownBy(() -> new Plan(Term.MONTH, List.of())).hasMessageContaining("goes on");
        assertThatThrownBy(() -> new Plan(Term.MONTH, List.of(phase(Phase.Kind.FULL, 499, 1, 12))))
                .hasMessageContaining("goes on");
        assertThatThrownBy(() -> phase(Phase.Kind.FULL, 0, 1, null))
                .hasMessageContaining("a price and a length");
        assertThatThrownBy(() -> phase(Phase.Kind.FULL, 499, 0, null))
                .hasMessageContaining("a price and a length");
        assertThatThrownBy(() -> phase(Phase.Kind.INTRO, 499, 1, 0))
                .hasMessageContaining("a price and a length");
        assertThat(phase(Phase.Kind.INTRO, 1, 1, 1).price()).isEqualTo(pounds(1));
    }

    @ParameterizedTest
    @CsvSource({"EUR, GBP, GBP", "GBP, EUR, GBP", "GBP, GBP, EUR"})
    void prices_in_another_currency_than_the_market_s_are_refused(
            String intro, String month, String year) {
        assertThatThrownBy(() ->
                        new PriceList(
                                BRITAIN,
                                Money.of(intro, 100),
                                Money.of(month, 499),
                                Money.of(year, 4_900),
                                FROM))
                .hasMessage("prices for GB are in GBP, not EUR");
    }

    @Test
    void words_for_terms_are_read_as_they_are_written() {
        for (var term : Term.values()) {
            assertThat(Term.read(term.word())).contains(term);
        }
        assertThat(Term.read("decade")).isEmpty();
        assertThat(OFFER.plan(Term.YEAR)).isEqualTo(OFFER.year());
        assertThat(OFFER.plan(Term.MONTH)).isEqualTo(OFFER.month());
    }

    private static Phase phase(Phase.Kind kind, long pence, int months, @Nullable Integer periods) {
        return new Phase(kind, pounds(pence), months, periods);
    }

    private static Money pounds(long pence) {
        return Money.of("GBP", pence);
    }
}
