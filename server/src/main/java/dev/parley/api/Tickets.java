package dev.parley.api;

import dev.parley.core.access.Principal;

/// Hands out tickets for the WebSocket: good for one connection, and for 30 seconds. The gateway
/// implements it. Safe for many threads.
@FunctionalInterface
public interface Tickets {

  /// @return letters, digits, `-` and `_`
  String issue(Principal principal);
}
