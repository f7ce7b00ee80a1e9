package dev.parley.app.demo;

import dev.parley.kernel.StreamKey;
import dev.parley.storage.writer.ClockGuard;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Tells the past: each conversation has a time of its own, which whoever lives through it moves.
/// Safe for many threads.
final class DemoClock implements ClockGuard {
  private final Map<StreamKey, Long> times = new ConcurrentHashMap<>();
  private volatile long elsewhere;

  /// @param elsewhere the time of everything that was not moved
  DemoClock(Instant elsewhere) {
    this.elsewhere = micros(elsewhere);
  }

  private static long micros(Instant time) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, time);
  }

  void move(StreamKey stream, Instant time) {
    times.put(stream, micros(time));
  }

  void moveEverythingElse(Instant time) {
    elsewhere = micros(time);
  }

  @Override
  public boolean trusts(long databaseMicros) {
    return true;
  }

  @Override
  public long date(StreamKey stream, long databaseMicros) {
    return times.getOrDefault(stream, elsewhere);
  }
}
