package musette.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.List;
import musette.post.CaughtMail;
import musette.post.CaughtMails;
import musette.readers.Readers;
import org.junit.jupiter.api.Test;

/// What a reader has in writing, and what is sold where.
class NoticesTest extends JoiningHouse {
    @Test
    void whoever_joins_has_price_period_terms_and_the_way_out_in_writing() {
        join("ana@notices.example", Term.MONTH);

        var mail = mailsTo("ana@notices.example", 1).getFirst();
        assertThat(mail.subject()).isEqualTo("You have joined Musette");
        assertThat(mail.text())
                .contains("Paid today: £1 (")
                .contains("You can read everything until 1 May 2023.")
                .contains("What you agreed to:", "You pay £1 today", "Nothing renews by itself")
                .contains("the button that ends it:", "/account");
    }

    @Test
    void leaving_is_confirmed_in_writing_once_to_a_proven_address_alone() {
        var unproven = join("bea@notices.example", Term.YEAR);
        leave(unproven);
        var proven = join("cleo@notices.example", Term.YEAR);
        var readers = house.ask(Readers.class);
        readers.prove(readers.byId(proven).orElseThrow());
        leave(proven);
        leave(proven);

        var mails = mailsTo("cleo@notices.example", 2);
        assertThat(mails).hasSize(2);
        assertThat(mails)
                .filteredOn(mail -> mail.subject().endsWith("is cancelled"))
                .singleElement()
                .satisfies(mail ->
                        assertThat(mail.text())
                                .contains("Nothing more will be charged.")
                                .contains("You can read everything until 1 April 2024."));
        assertThat(mailsTo("bea@notices.example", 1))
                .singleElement()
                .satisfies(mail -> assertThat(mail.subject()).startsWith("You have joined"));
    }

    @Test
    void whoever_comes_back_in_time_is_as_if_they_had_never_left() {
        var reader = join("dora@notices.example", Term.MONTH);
        leave(reader);
        var subscription = subscriptions.running(reader).orElseThrow();
        assertThat(subscription.isCancelled()).isTrue();

        assertThat(subscriptions.resume(reader, subscription.id()).orElseThrow().isCancelled())
                .isFalse();
        assertThat(subscriptions.resume(reader, subscription.id())).isPresent();
        assertThat(subscriptions.resume(reader + 1, subscription.id())).isEmpty();
        leave(reader);
        assertThat(subscriptions.running(reader).orElseThrow().isCancelled()).isTrue();

        moveTo("2023-05-02T12:00:00Z");
        assertThat(subscriptions.running(reader)).isEmpty();
        assertThat(subscriptions.resume(reader, subscription.id())).isEmpty();
        assertThat(subscriptions.cancel(reader, subscription.id())).isEmpty();
        assertThat(subscriptions.charges(reader))
                .singleElement()
                .satisfies(charge -> assertThat(charge.period().to()).isEqualTo("2023-05-01"));
    }

    @Test
    void a_country_belongs_to_one_market_in_capitals_or_not() {
        var markets = house.ask(Markets.class);

        assertThat(markets.ofCountry("gb").orElseThrow().code()).isEqualTo("GB");
        assertThat(markets.ofCountry("DE").orElseThrow().currency().getCurrencyCode())
                .isEqualTo("EUR");
        assertThat(markets.ofCountry("ZZ")).isEmpty();
        assertThat(markets.ofCode("gb")).isEmpty();
        assertThat(markets.all()).contains(markets.usual()).doesNotHaveDuplicates();
        assertThat(markets.all().stream().flatMap(market -> market.countries().stream()).toList())
                .doesNotHaveDuplicates();
    }

    @Test
    void a_price_counts_from_its_moment_and_an_older_offer_can_still_be_named() {
        var old = offers.forMarket(market("GB")).orElseThrow();
        publish("GB", "GBP", 100, 599, 5900, Instant.parse("2023-06-01T00:00:00Z"));

        assertThat(offers.forMarket(market("GB"))).contains(old);
        moveTo("2023-06-01T00:00:00Z");
        var now = offers.forMarket(market("GB")).orElseThrow();
        assertThat(now.month().full().price().words()).isEqualTo("£5.99");
        assertThat(offers.ofId(old.id())).contains(old);
        assertThat(offers.ofId(9_999)).isEmpty();
    }

    private static void leave(long reader) {
        var running = subscriptions.running(reader).orElseThrow();
        assertThat(subscriptions.cancel(reader, running.id())).isPresent();
    }

    /// Once there are as many as that.
    private static List<CaughtMail> mailsTo(String address, int many) {
        await().until(() -> mailsTo(address).size() >= many);
        return mailsTo(address);
    }

    private static List<CaughtMail> mailsTo(String address) {
        var mails = house.ask(CaughtMails.class);
        return mails.latest(100).stream()
                .filter(mail -> mail.to().contains(address))
                .flatMap(mail -> mails.find(mail.id()).stream())
                .toList();
    }
}
