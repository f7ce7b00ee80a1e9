package dev.parley.gateway;

/// How many frames a client may send: 250 at once, and 50 more each second. Confined to the event
/// loop of its connection.
final class FrameAllowance {
  private static final int PER_SECOND = 50;
  private static final int AT_ONCE = 250;

  private int left = AT_ONCE;
  private int refilledAt;

  /// @param now in seconds of the loop
  FrameAllowance(int now) {
    refilledAt = now;
  }

  /// Takes one frame off; false if there is none left.
  boolean take(int now) {
    left = (int) Math.min(AT_ONCE, left + (long) (now - refilledAt) * PER_SECOND);
    refilledAt = now;
    if (left == 0) {
      return false;
    }
    left--;
    return true;
  }
}
