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
  private final RingBudget budget;
  private @Nullable Publication @Nullable [] entries;
  private int start;
  private int size;
  private int bytes;
  private long first = 1;

  /// @param budget of all rings of the hub together
  Ring(HubConfig config, RingBudget budget) {
    this.config = config;
    this.budget = budget;
  }

  /// Empties the ring: what follows is appended after `last`.
  void reset(long last) {
    entries = null;
    start = 0;
    size = 0;
    grow(-bytes);
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

  /// Adds the next publication. Once the budget is spent it gives up as much as it takes.
  ///
  /// @param stretched whether it may hold what a replay needs, beyond its usual bounds
  /// @return whether older entries were given up
  boolean append(Publication publication, boolean stretched) {
    if (publication.supersedes() && publication.subject() != 0) {
      purge(publication);
    }
    int capacity = capacityFor(size + 1);
    assert capacity > size;
    int before = bytes;
    size++;
    grow(publication.event().length);
    set(size - 1, publication);
    int mostBytes = stretched ? config.replay().bytes() : config.rings().bytes();
    return trim(
        stretched ? 2 * config.replay().events() : config.rings().events(),
        budget.isSpent() ? Math.min(before, mostBytes) : mostBytes);
  }

  /// Adds older publications in front, as far as the bounds of a replay and the budget allow.
  ///
  /// @param older contiguous, the last of them just before [#first()]
  /// @return whether all were added
  boolean prepend(List<Publication> older) {
    for (int i = older.size() - 1; i >= 0; i--) {
      Publication publication = stubbed(older.get(i));
      if (budget.isSpent() || bytes + publication.event().length > config.replay().bytes()) {
        return false;
      }
      int capacity = capacityFor(size + 1);
      start = (start - 1) & (capacity - 1);
      first--;
      size++;
      set(0, publication);
      grow(publication.event().length);
    }
    return true;
  }

  /// Gives up what is beyond the usual bounds.
  void shrink() {
    var _ = trim(config.rings().events(), config.rings().bytes());
  }

  /// Gives up the older half, and answers whether there was one.
  boolean halve() {
    return trim(config.rings().events(), bytes / 2);
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
        grow(stub.event().length - entry.event().length);
        set(i, stub);
      }
    }
  }

  private boolean trim(int mostEvents, int mostBytes) {
    boolean trimmed = false;
    while (size > 1 && (size > mostEvents || bytes > mostBytes)) {
      grow(-at(0).event().length);
      set(0, null);
      start = (start + 1) & (capacity() - 1);
      size--;
      first++;
      trimmed = true;
    }
    return trimmed;
  }

  private void grow(int by) {
    bytes += by;
    budget.add(by);
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
