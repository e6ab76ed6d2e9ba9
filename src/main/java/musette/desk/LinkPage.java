package musette.desk;

import musette.site.Frame;

/// What a sign-in link shows before it is used.
///
/// @param name who it is for, empty when the link is used or too old
/// @param path where the button leads
/// @param returnPath where to go once signed in
record LinkPage(Frame frame, String name, String path, String returnPath) {}
