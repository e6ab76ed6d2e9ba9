package musette.desk;

import musette.post.CaughtMail;
import musette.site.Frame;

/// One caught mail, in plain sight: its words, its HTML as text, its headers.
record MailPage(Frame frame, CaughtMail mail, String at) {}
