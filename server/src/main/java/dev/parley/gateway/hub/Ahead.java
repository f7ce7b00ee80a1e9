package dev.parley.gateway.hub;

import dev.parley.fanout.Publication;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Events of a stream that came before their turn. Of too many the latest are forgotten: they are
/// read when their turn comes.
///
/// Confined to the loop of its hub.
final class Ahead {
  private static final int MAX = 1_024;

  private @Nullable TreeMap<Long, Publication> held;

  void hold(Publication publication) {
    TreeMap<Long, Publication> present = held;
    if (present == null) {
      present = new TreeMap<>();
      held = present;
    }
    present.put(publication.offset(), publication);
    if (present.size() > MAX) {
      present.remove(present.lastKey());
    }
  }

  /// Takes the event of an offset out, if it is here; those before it are forgotten.
  @Nullable Publication take(long offset) {
    TreeMap<Long, Publication> present = held;
    if (present == null) {
      return null;
    }
    present.headMap(offset).clear();
    Publication next = present.remove(offset);
    if (present.isEmpty()) {
      held = null;
    }
    return next;
  }

  /// The publication, or its stub if an event that is held here supersedes it.
  Publication stubbed(Publication publication) {
    TreeMap<Long, Publication> present = held;
    if (present != null && publication.subject() != 0) {
      for (Publication later : present.tailMap(publication.offset(), false).values()) {
        if (later.supersedes() && later.subject() == publication.subject()) {
          return publication.obsolete();
        }
      }
    }
    return publication;
  }
}
