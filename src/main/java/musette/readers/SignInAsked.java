package musette.readers;

import java.util.Objects;

/// Somebody typed an address to sign in with; whether it has an account is not known yet.
///
/// @param email the address in small letters
/// @param returnPath the local path to go to afterwards
/// @param browser the browser that a code is for, as `SignInCodes` names it; empty for none, also
///   in events of earlier builds
record SignInAsked(String email, String returnPath, String browser) {
    SignInAsked {
        browser = Objects.requireNonNullElse(browser, "");
    }
}
