package musette.site;

/// Who may call a route.
public enum Who {
    /// Everybody, known or not.
    ANYONE,
    /// A signed-in reader.
    READER,
    /// A signed-in member of the staff.
    STAFF,
    /// A command on the same machine that can read the data folder's keys.
    OPERATOR
}
