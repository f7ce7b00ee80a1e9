package dev.parley.storage.outbox;

import dev.parley.storage.outbox.OutboxStore.RowKey;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Rows that could not be published, and until when each is left alone: half a second at first,
/// twice as long after each failure, at most a minute. Belongs to the relay's thread.
final class SetAside {
  private static final long FIRST = Duration.ofMillis(500).toNanos();
  private static final int DOUBLINGS = 7;
  private static final long FORGET = Duration.ofMinutes(5).toNanos();
  private static final int MOST = 10_000;

  private final Map<RowKey, Failing> rows = new HashMap<>();

  private record Failing(int failures, long untilNanos) {}

  void add(RowKey row, long now) {
    if (rows.size() < MOST || rows.containsKey(row)) {
      Failing before = rows.getOrDefault(row, new Failing(0, now));
      long pause = FIRST << Math.min(before.failures(), DOUBLINGS);
      rows.put(row, new Failing(before.failures() + 1, now + pause));
    }
  }

  void remove(RowKey row) {
    rows.remove(row);
  }

  /// The rows that are to be left alone at a time of [System#nanoTime]. One that was not tried
  /// again
  /// for long is gone: another node has published it.
  Set<RowKey> until(long now) {
    rows.values().removeIf(failing -> now - failing.untilNanos() > FORGET);
    Set<RowKey> alone = new HashSet<>();
    rows.forEach(
        (row, failing) -> {
          if (failing.untilNanos() - now > 0) {
            alone.add(row);
          }
        });
    return alone;
  }
}
