package musette.front;

/// The gate in the page: thanks, one price, one button, and all the terms beside it.
///
/// @param allowance free stories in a window, drawn as full bars
/// @param thanks `Thank you for reading 5 stories in the past 30 days.`
/// @param invitation the gate's headline
/// @param price one price, in the reader's market
/// @param terms everything the law and decency ask for before the click
/// @param currency `Prices in euros.`, empty when nothing is on sale
/// @param joinAddress where joining starts, with market and the way back
/// @param signInAddress for those who joined already
record Gate(
        int allowance,
        String thanks,
        String invitation,
        String price,
        String terms,
        String currency,
        String joinAddress,
        String signInAddress) {}
