package dev.parley.gateway;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Calls connections back at about the second they asked for. One per event loop, confined to it;
/// it costs a connection two numbers and no object.
final class TimingWheel {
  private static final Logger log = LoggerFactory.getLogger(TimingWheel.class);
  private static final int BUCKETS = 64;
  static final int NOWHERE = -1;

  /// What is called back. Keeps two numbers for the wheel.
  interface Timed {
    int bucket();

    int place();

    void setPlace(int bucket, int place);

    /// It is time. Answers in how many seconds to be called next.
    int onTimer();
  }

  private final List<List<Timed>> buckets = new ArrayList<>(BUCKETS);
  private int now;

  TimingWheel() {
    for (int i = 0; i < BUCKETS; i++) {
      buckets.add(new ArrayList<>());
    }
  }

  /// Has something called back in so many seconds, or a little earlier if that is very far away.
  void add(Timed timed, int seconds) {
    int ahead = Math.clamp(seconds, 1, BUCKETS - 1);
    int bucket = (now + ahead) % BUCKETS;
    List<Timed> there = buckets.get(bucket);
    timed.setPlace(bucket, there.size());
    there.add(timed);
  }

  /// Forgets something; harmless if it is not here.
  void remove(Timed timed) {
    if (timed.bucket() == NOWHERE) {
      return;
    }
    List<Timed> there = buckets.get(timed.bucket());
    Timed moved = there.removeLast();
    if (!moved.equals(timed)) {
      there.set(timed.place(), moved);
      moved.setPlace(timed.bucket(), timed.place());
    }
    timed.setPlace(NOWHERE, 0);
  }

  /// One that fails is called again in a second, and holds up no other.
  private static int call(Timed timed) {
    try {
      return timed.onTimer();
    } catch (RuntimeException | Error e) {
      log.atError().addKeyValue("event", "gateway_timer_failed").setCause(e).log("A timer failed.");
      return 1;
    }
  }

  /// A second has passed.
  void tick() {
    now = (now + 1) % BUCKETS;
    List<Timed> due = buckets.get(now);
    buckets.set(now, new ArrayList<>());
    for (Timed timed : due) {
      timed.setPlace(NOWHERE, 0);
    }
    for (Timed timed : due) {
      int next = call(timed);
      if (timed.bucket() == NOWHERE && next > 0) {
        add(timed, next);
      }
    }
  }
}
