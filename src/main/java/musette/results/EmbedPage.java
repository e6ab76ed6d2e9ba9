package musette.results;

import musette.pages.ResultTable;

/// The first places of a result, to stand in a frame on another site.
///
/// @param site the publication's name
/// @param address the full one of the result's own page
record EmbedPage(String site, String address, ResultTable result) {}
