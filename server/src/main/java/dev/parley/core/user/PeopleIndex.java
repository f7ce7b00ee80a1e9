package dev.parley.core.user;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Scheduler;
import dev.parley.core.user.CalledBy.Asked;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.storage.TenantDatabase;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Finds people by how they are called. The database holds real names sealed and cannot look for
/// them: a node keeps the names of the workspaces that it was asked about lately, and before each
/// answer reads whoever the workspace's stream says has changed since. A change and its event are
/// committed together, in the order of the offsets, so that no clock can hide one.
///
/// All that is kept is bounded by how many people it is; one workspace alone may be larger. Safe
/// for many threads; those that ask about one workspace wait for each other's reading without a
/// connection of the database.
final class PeopleIndex {
  /// Somebody takes about a kilobyte.
  static final int MOST_PEOPLE = 100_000;

  /// After so many people others have their turn.
  private static final int TURN = 500;

  private static final Duration KEPT = Duration.ofMinutes(5);

  private static final Comparator<Found> BEST_FIRST =
      Comparator.comparing((Found found) -> found.person().isGone())
          .thenComparingInt(found -> -found.score())
          .thenComparing(found -> found.person().first())
          .thenComparingLong(found -> found.person().user().value());

  private final TenantDatabase database;
  private final UserStore store;
  private final Cache<WorkspaceId, Book> books;

  PeopleIndex(TenantDatabase database, UserStore store) {
    this(database, store, MOST_PEOPLE);
  }

  PeopleIndex(TenantDatabase database, UserStore store, int mostPeople) {
    this.database = database;
    this.store = store;
    this.books =
        Caffeine.newBuilder()
            .maximumWeight(mostPeople)
            .weigher((WorkspaceId _, Book book) -> Math.min(book.size(), mostPeople))
            .expireAfterAccess(KEPT)
            .scheduler(Scheduler.systemScheduler())
            .build();
  }

  /// Those whom a query means, the best first; who is deactivated comes last.
  ///
  /// @param among those who may be found, or null for everybody
  // Nothing takes a core from a virtual thread that computes: it has to give it.
  @SuppressWarnings("ThreadPriorityCheck")
  List<UserId> find(WorkspaceId workspace, String query, @Nullable Set<UserId> among, int limit) {
    Asked asked = Asked.of(query);
    if (asked.isNothing()) {
      return List.of();
    }
    Best best = new Best(limit);
    int looked = 0;
    for (CalledBy person : upToDate(workspace).people.values()) {
      if (++looked % TURN == 0) {
        Thread.yield();
      }
      if (among == null || among.contains(person.user())) {
        best.offer(person, person.answers(asked));
      }
    }
    return best.inOrder();
  }

  private Book upToDate(WorkspaceId workspace) {
    Book book = books.get(workspace, _ -> new Book());
    if (book.refresh(workspace)) {
      // It weighs more now.
      boolean _ = books.asMap().replace(workspace, book, book);
    }
    return book;
  }

  /// How many people are kept.
  int size() {
    books.cleanUp();
    return books.asMap().values().stream().mapToInt(Book::size).sum();
  }

  private record Found(CalledBy person, int score) {}

  /// The best of those who are offered. One letter means nearly everybody: no more are kept and
  /// put in order than are asked for.
  private static final class Best {
    private final int most;
    private final PriorityQueue<Found> found = new PriorityQueue<>(BEST_FIRST.reversed());

    Best(int most) {
      this.most = most;
    }

    void offer(CalledBy person, int score) {
      if (score == 0) {
        return;
      }
      Found other = new Found(person, score);
      Found worst = found.size() < most ? null : found.peek();
      if (worst != null && BEST_FIRST.compare(other, worst) < 0) {
        var _ = found.poll();
      }
      if (found.size() < most) {
        var _ = found.add(other);
      }
    }

    List<UserId> inOrder() {
      return found.stream().sorted(BEST_FIRST).map(each -> each.person().user()).toList();
    }
  }

  private final class Book {
    private static final long UNREAD = -1;

    private final Map<UserId, CalledBy> people = new ConcurrentHashMap<>();
    private long offset = UNREAD;

    int size() {
      return 1 + people.size();
    }

    /// Reads who has changed; gives whether there are more people than before.
    synchronized boolean refresh(WorkspaceId workspace) {
      int before = size();
      database.<Void>read(
          workspace,
          handle -> {
            read(workspace, handle);
            return null;
          });
      return size() != before;
    }

    private void read(WorkspaceId workspace, Handle handle) {
      // What comes after the head was read is read twice at worst.
      long head = store.head(workspace, handle);
      if (head == offset) {
        return;
      }
      List<CalledBy> changed =
          offset == UNREAD || head < offset
              ? store.names(workspace, handle)
              : store.namesAfter(workspace, handle, offset);
      changed.forEach(each -> people.put(each.user(), each));
      offset = head;
    }
  }
}
