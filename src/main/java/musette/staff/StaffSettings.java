package musette.staff;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Who owns a newsroom that has nobody yet; later changes are made at the desk, not here.
///
/// @param ownerName byline of the owner
/// @param ownerEmail where the owner's mail goes
@ConfigurationProperties(value = "musette.staff", ignoreUnknownFields = false)
public record StaffSettings(
        @DefaultValue("The Editor") String ownerName,
        @DefaultValue("editor@musette.example") String ownerEmail) {

    public StaffSettings {
        if (ownerName.isBlank() || !ownerEmail.contains("@")) {
            throw new IllegalArgumentException(
                    "musette.staff.owner-name and musette.staff.owner-email must name somebody");
        }
    }
}
