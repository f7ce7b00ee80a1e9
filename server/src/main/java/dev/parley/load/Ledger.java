package dev.parley.load;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/// What was acknowledged, by channel: the text each message must have in the end, or that it must
/// be gone. Safe for many threads; a message is changed by its author alone.
final class Ledger {
  private final Map<String, ConcurrentSkipListMap<String, Optional<String>>> channels =
      new ConcurrentHashMap<>();
  private final LongAdder posts = new LongAdder();
  private final LongAdder edits = new LongAdder();
  private final LongAdder deletes = new LongAdder();

  /// A post was acknowledged.
  ///
  /// @return false if this `ts` was given to another post before
  boolean posted(String channel, String ts, String text) {
    posts.increment();
    return messages(channel).putIfAbsent(ts, Optional.of(text)) == null;
  }

  void edited(String channel, String ts, String text) {
    edits.increment();
    messages(channel).put(ts, Optional.of(text));
  }

  void deleted(String channel, String ts) {
    deletes.increment();
    messages(channel).put(ts, Optional.empty());
  }

  /// What a channel must show: `ts` to text.
  SortedMap<String, String> expected(String channel) {
    SortedMap<String, String> expected = new TreeMap<>();
    messages(channel).forEach((ts, text) -> text.ifPresent(present -> expected.put(ts, present)));
    return expected;
  }

  private ConcurrentSkipListMap<String, Optional<String>> messages(String channel) {
    return channels.computeIfAbsent(channel, _ -> new ConcurrentSkipListMap<>());
  }

  String summary() {
    return "%d posts, %d edits, %d deletes acknowledged"
        .formatted(posts.sum(), edits.sum(), deletes.sum());
  }

  long posts() {
    return posts.sum();
  }
}
