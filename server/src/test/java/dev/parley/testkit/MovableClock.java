package dev.parley.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// A clock that runs with the machine's and can be moved forward. Safe for many threads.
public final class MovableClock extends Clock {
  private volatile Duration moved = Duration.ZERO;

  public void forward(Duration by) {
    synchronized (this) {
      moved = moved.plus(by);
    }
  }

  @Override
  public Instant instant() {
    return Clock.systemUTC().instant().plus(moved);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
