package dev.parley.core.token;

import dev.parley.kernel.UserId;
import java.time.Instant;
import java.util.Set;

/// A token's row.
///
/// @param expires [Principal#NEVER] if it does not
record StoredToken(
    short kind,
    UserId user,
    byte[] secretHash,
    Set<String> scopes,
    Instant expires,
    boolean isRevoked) {}
