package musette.subscriptions;

import java.time.LocalDate;

/// Money taken, for a period.
///
/// @param on the day it was taken
/// @param reference the provider's name for the payment
public record Charge(LocalDate on, Money amount, Period period, String reference) {}
