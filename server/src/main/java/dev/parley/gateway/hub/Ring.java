package dev.parley.gateway.hub;

import dev.parley.fanout.Publication;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The recent publications of one stream, contiguous by offset. What a later publication supersedes
/// is replaced by its stub at once, so no text that was changed or deleted stays.
///
/// Confined to the loop of its hub.
class Ring {
  private static final int SMALLEST = 4;

  private final HubConfig config;
  private @Nullable Publication @Nullable [] entries;
  private int start;
  private int size;
  private int bytes;
  private long first = 1;

  Ring(HubConfig config) {
    this.config = config;
  }

  /// Empties the ring: what follows is appended after `last`.
  void reset(long last) {
    entries = null;
    start = 0;
    size = 0;
    bytes = 0;
    first = last + 1;
  }

  /// Offset of the oldest entry; of the next one if there is none.
  long first() {
    return first;
  }

  int size() {
    return size;
  }

  int bytes() {
    return bytes;
  }

  /// Whether everything after a position, up to the newest, is here.
  boolean covers(long position) {
    return position + 1 >= first;
  }

  Publication get(long offset) {
    return at((int) (offset - first));
  }

  /// Adds the next publication.
  ///
  /// @param stretched whether it may hold what a replay needs, beyond its usual bounds
  /// @return whether older entries were given up beyond the stretched bounds
  boolean append(Publication publication, boolean stretched) {
    if (publication.supersedes() && publication.subject() != 0) {
      purge(publication);
    }
    int capacity = capacityFor(size + 1);
    assert capacity > size;
    size++;
    bytes += publication.event().length;
    set(size - 1, publication);
    return trim(
        stretched ? 2 * config.maxReplay() : config.ringEvents(),
        stretched ? config.maxReplayBytes() : config.ringBytes());
  }

  /// Adds older publications in front, as far as the bounds of a replay allow.
  ///
  /// @param older contiguous, the last of them just before [#first()]
  void prepend(List<Publication> older) {
    for (int i = older.size() - 1; i >= 0; i--) {
      Publication publication = stubbed(older.get(i));
      if (bytes + publication.event().length > config.maxReplayBytes()) {
        return;
      }
      int capacity = capacityFor(size + 1);
      start = (start - 1) & (capacity - 1);
      first--;
      size++;
      set(0, publication);
      bytes += publication.event().length;
    }
  }

  /// The publication, or its stub if an entry here supersedes it.
  Publication stubbed(Publication publication) {
    if (publication.subject() == 0 || publication.stub() == null) {
      return publication;
    }
    for (int i = size - 1; i >= 0; i--) {
      Publication later = at(i);
      if (later.offset() <= publication.offset()) {
        break;
      }
      if (later.supersedes() && later.subject() == publication.subject()) {
        return publication.obsolete();
      }
    }
    return publication;
  }

  /// Replaces earlier entries of the same subject by their stubs.
  void purge(Publication by) {
    for (int i = 0; i < size; i++) {
      Publication entry = at(i);
      if (entry.subject() == by.subject() && entry.offset() < by.offset()) {
        Publication stub = entry.obsolete();
        bytes += stub.event().length - entry.event().length;
        set(i, stub);
      }
    }
  }

  private boolean trim(int mostEvents, int mostBytes) {
    boolean trimmed = false;
    while (size > 1 && (size > mostEvents || bytes > mostBytes)) {
      bytes -= at(0).event().length;
      set(0, null);
      start = (start + 1) & (capacity() - 1);
      size--;
      first++;
      trimmed = true;
    }
    return trimmed;
  }

  private int capacity() {
    return entries == null ? 0 : entries.length;
  }

  private int capacityFor(int needed) {
    @Nullable Publication[] present = entries;
    if (present == null) {
      entries = new Publication[SMALLEST];
    } else if (needed > present.length) {
      @Nullable Publication[] larger = new Publication[present.length * 2];
      for (int i = 0; i < size; i++) {
        larger[i] = present[(start + i) & (present.length - 1)];
      }
      entries = larger;
      start = 0;
    }
    return capacity();
  }

  private Publication at(int index) {
    @Nullable Publication[] present = entries;
    Publication entry =
        present == null || index < 0 || index >= size
            ? null
            : present[(start + index) & (present.length - 1)];
    if (entry == null) {
      throw new IllegalStateException("no entry " + index + " in a ring of " + size);
    }
    return entry;
  }

  private void set(int index, @Nullable Publication publication) {
    @Nullable Publication[] present = entries;
    if (present != null) {
      present[(start + index) & (present.length - 1)] = publication;
    }
  }
}
