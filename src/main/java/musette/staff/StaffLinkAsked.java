package musette.staff;

/// Somebody typed an address at the desk's door; whether it is a member's is not known yet.
record StaffLinkAsked(String email) {}
