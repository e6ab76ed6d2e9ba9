package musette.members;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Joining and accounts.
///
/// @param countryHeader the request header in which a proxy in front of the site says the reader's
///   country, such as `CF-IPCountry`; empty when there is none, because otherwise readers could
///   write it themselves
@ConfigurationProperties(value = "musette.members", ignoreUnknownFields = false)
record MembersSettings(@DefaultValue("") String countryHeader) {}
