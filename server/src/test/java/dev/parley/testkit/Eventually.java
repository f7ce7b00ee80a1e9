package dev.parley.testkit;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// Waits for a condition instead of for a time.
public final class Eventually {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private Eventually() {}

  /// Repeats an assertion until it holds, for ten seconds; fails with its last failure.
  public static void holds(Runnable assertion) {
    holds(PATIENCE, assertion);
  }

  /// The same with another patience.
  public static void holds(Duration patience, Runnable assertion) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (true) {
      try {
        assertion.run();
        return;
      } catch (AssertionError e) {
        if (System.nanoTime() > deadline) {
          throw e;
        }
        LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
      }
    }
  }
}
