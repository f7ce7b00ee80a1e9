package dev.parley.gateway.hub;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Random;

/// A world's time and everything that is still to happen in it. Nothing runs beside it: the same
/// seed gives the same history.
final class SimSchedule {
  private static final long START_MICROS = 1_700_000_000_000_000L;
  private static final int MAX_NESTING = 2;

  private record Due(long micros, long number, Runnable action) {}

  final Random random;
  private final PriorityQueue<Due> queue =
      new PriorityQueue<>(Comparator.comparingLong(Due::micros).thenComparingLong(Due::number));
  private long micros;
  private long wallStep;
  private long number;
  private int nesting;

  SimSchedule(long seed) {
    random = new Random(seed);
  }

  long micros() {
    return micros;
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  /// A random number of microseconds, from 0 up to so many milliseconds.
  long upToMillis(int millis) {
    return random.nextLong(millis * 1_000L + 1);
  }

  void after(long delayMicros, Runnable action) {
    at(micros + delayMicros, action);
  }

  void at(long time, Runnable action) {
    queue.add(new Due(Math.max(time, micros), number++, action));
  }

  void runFor(long duration) {
    long end = micros + duration;
    while (!queue.isEmpty() && queue.peek().micros() <= end) {
      Due due = queue.remove();
      micros = due.micros();
      due.action().run();
    }
    micros = end;
  }

  /// Lets a blocking call take its time: others go on meanwhile.
  void block(int atMostMillis) {
    if (nesting < MAX_NESTING) {
      nesting++;
      runFor(upToMillis(atMostMillis));
      nesting--;
    }
  }

  /// The clock on the wall jumps; how time passes stays the same.
  void stepClock(long bySeconds) {
    wallStep += bySeconds * 1_000_000;
  }

  Clock clock() {
    return new SimClock(this);
  }

  private static final class SimClock extends Clock {
    private final SimSchedule schedule;

    SimClock(SimSchedule schedule) {
      this.schedule = schedule;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return Instant.EPOCH.plusNanos((START_MICROS + schedule.micros + schedule.wallStep) * 1_000);
    }
  }
}
