package dev.parley.api;

import dev.parley.core.access.Principal;

/// Hands out tickets for the WebSocket: good for one connection, and for 30 seconds. The gateway
/// implements it. Safe for many threads.
@FunctionalInterface
public interface Tickets {

  /// @return letters, digits, `-` and `_`
  String issue(Principal principal, Protocol protocol);

  /// What the WebSocket is to speak.
  sealed interface Protocol {
    /// That of `docs/protocol.md`.
    record Own() implements Protocol {}

    /// Slack's RTM.
    ///
    /// @param mayPost whether messages may be sent over it
    /// @param isBatchAware whether `presence_change` may name many people at once
    record Rtm(boolean mayPost, boolean isBatchAware) implements Protocol {}
  }
}
