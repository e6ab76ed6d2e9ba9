package musette.readers;

/// Somebody typed an address to sign in with; whether it has an account is not known yet.
///
/// @param email the address in small letters
/// @param returnPath the local path to go to afterwards
record SignInAsked(String email, String returnPath) {}
