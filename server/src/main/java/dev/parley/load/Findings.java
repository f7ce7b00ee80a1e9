package dev.parley.load;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;

/// What was wrong: all of it counted, the first few kept. Safe for many threads.
final class Findings {
  private static final int KEPT = 20;

  private final List<String> first = new CopyOnWriteArrayList<>();
  private final LongAdder count = new LongAdder();

  void add(String finding) {
    count.increment();
    if (first.size() < KEPT) {
      first.add(finding);
    }
  }

  long count() {
    return count.sum();
  }

  List<String> first() {
    return List.copyOf(first);
  }
}
