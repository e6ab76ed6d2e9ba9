package musette.staff;

import java.util.Objects;
import musette.site.LocalPath;

/// Somebody typed an address at the desk's door; whether it is a member's is not known yet.
///
/// @param returnPath the local path to go to afterwards; the desk's first page in events of earlier
///   builds, which name none
/// @param browser the browser that asked, as `SignInCodes` names it; likewise empty
record StaffLinkAsked(String email, LocalPath returnPath, String browser) {
    StaffLinkAsked {
        browser = Objects.requireNonNullElse(browser, "");
        returnPath = Objects.requireNonNullElse(returnPath, LocalPath.DESK);
    }
}
