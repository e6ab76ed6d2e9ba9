package musette.racing;

import org.jspecify.annotations.Nullable;

/// One rider in one result. Result id and rider id together name each fact of it for good.
///
/// @param team the team of that season; null for riders without one
public record ResultRow(Rider rider, @Nullable Team team, Placing placing) {}
