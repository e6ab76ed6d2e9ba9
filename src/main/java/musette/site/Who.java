package musette.site;

/// Who may call a route.
public enum Who {
    /// Everybody, known or not.
    ANYONE,
    /// A signed-in reader.
    READER,
    /// Anybody of the staff: reads the desk, opens stories, saves drafts.
    STAFF,
    /// An editor or the owner: changes what readers see.
    EDITOR,
    /// The owner: sees mails, which hold links that open doors.
    OWNER,
    /// A program with a sender's token.
    SENDER,
    /// A command on the same machine that can read the data folder's keys.
    OPERATOR
}
