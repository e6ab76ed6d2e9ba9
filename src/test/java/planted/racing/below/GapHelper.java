package planted.racing.below;

/// In a room below a room, with a name that says nothing.
public class GapHelper {}
