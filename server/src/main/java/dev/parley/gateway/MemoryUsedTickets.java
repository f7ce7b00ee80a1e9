package dev.parley.gateway;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Set;

/// Remembers the used tickets of one node. Safe for use by many threads.
public final class MemoryUsedTickets implements UsedTickets {
  private record Used(long ticket, Instant until) {}

  private final Clock clock;
  private final Set<Long> used = new HashSet<>();
  private final ArrayDeque<Used> byExpiry = new ArrayDeque<>();

  public MemoryUsedTickets(Clock clock) {
    this.clock = clock;
  }

  @Override
  public synchronized boolean use(long ticket, Instant until) {
    Instant now = clock.instant();
    while (!byExpiry.isEmpty() && byExpiry.peek().until().isBefore(now)) {
      used.remove(byExpiry.remove().ticket());
    }
    if (!used.add(ticket)) {
      return false;
    }
    byExpiry.add(new Used(ticket, until));
    return true;
  }
}
