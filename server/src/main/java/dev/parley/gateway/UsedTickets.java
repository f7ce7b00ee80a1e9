package dev.parley.gateway;

import java.time.Instant;

/// Remembers which tickets were redeemed. One for all nodes makes tickets one-time in a cluster.
@FunctionalInterface
public interface UsedTickets {

  /// Marks a ticket as used, and answers whether it was not yet. May block.
  ///
  /// @param until when the ticket expires and can be forgotten
  boolean use(long ticket, Instant until);
}
