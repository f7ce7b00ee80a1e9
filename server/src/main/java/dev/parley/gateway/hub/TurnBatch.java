package dev.parley.gateway.hub;

import dev.parley.fanout.Publication;
import java.util.ArrayList;
import java.util.List;

/// Events of a stream that go out together at the end of a turn of the loop. What a later one
/// supersedes is replaced by its stub.
///
/// Confined to the loop of its hub.
final class TurnBatch {
  private static final int MAX_EVENTS = 64;
  private static final int MAX_BYTES = 32 << 10;

  private final List<Publication> events = new ArrayList<>(0);
  private int bytes;

  boolean isEmpty() {
    return events.isEmpty();
  }

  /// Whether it is better sent now.
  boolean isFull() {
    return events.size() >= MAX_EVENTS || bytes > MAX_BYTES;
  }

  void add(Publication publication) {
    if (publication.supersedes() && publication.subject() != 0) {
      events.replaceAll(
          earlier -> earlier.subject() == publication.subject() ? earlier.obsolete() : earlier);
    }
    events.add(publication);
    bytes += publication.event().length;
  }

  /// Takes everything out, in order.
  List<Publication> take() {
    List<Publication> taken = List.copyOf(events);
    events.clear();
    bytes = 0;
    return taken;
  }
}
