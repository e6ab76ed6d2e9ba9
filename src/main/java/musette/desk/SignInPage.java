package musette.desk;

import musette.site.Frame;

/// The desk's door.
///
/// @param asked whether somebody has just asked for a link
/// @param returnPath where to go once signed in
record SignInPage(Frame frame, boolean asked, String returnPath) {}
