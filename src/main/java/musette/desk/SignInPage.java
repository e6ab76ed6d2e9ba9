package musette.desk;

import musette.site.Frame;

/// The desk's door.
///
/// @param asked whether somebody has just asked for a mail, so that its code can be typed
/// @param codeError what is wrong with the code that was typed, or empty
/// @param returnPath where to go once signed in
record SignInPage(Frame frame, boolean asked, String codeError, String returnPath) {}
