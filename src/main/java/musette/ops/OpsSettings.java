package musette.ops;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Running the house.
///
/// @param demo whether the first start on an empty data folder brings the demonstration
@ConfigurationProperties(value = "musette.ops", ignoreUnknownFields = false)
record OpsSettings(@DefaultValue("true") boolean demo) {}
