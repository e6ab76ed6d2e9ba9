package musette.staff;

/// Somebody was invited to the newsroom.
///
/// @param host who invites, as the mail names them
record StaffInvited(long member, String host) {}
