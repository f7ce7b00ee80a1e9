package dev.parley.gateway.hub;

/// How many bytes the rings of a hub hold together, beside what they may. Confined to the loop of
/// its hub.
final class RingBudget {
  private final long most;
  private long held;

  RingBudget(long most) {
    this.most = most;
  }

  void add(long bytes) {
    held += bytes;
  }

  long held() {
    return held;
  }

  /// Whether nothing is left: a ring keeps its newest event alone then.
  boolean isSpent() {
    return held > most;
  }

  /// Whether so much is held that what nobody needs is to be given up.
  boolean isShort() {
    return held > most - most / 4;
  }
}
