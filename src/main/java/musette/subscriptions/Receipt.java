package musette.subscriptions;

/// A payment on its way into the ledger.
///
/// @param phase the phase of the plan it pays
/// @param reference the provider's name for it
record Receipt(Intent intent, Phase phase, Period period, String provider, String reference) {}
