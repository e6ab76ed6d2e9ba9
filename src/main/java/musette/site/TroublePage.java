package musette.site;

/// A page that says what is wrong in one sentence.
record TroublePage(Frame frame, int status, String sentence) {}
