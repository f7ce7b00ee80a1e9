package dev.parley.core.user;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Finds people by how they are called. The database holds real names sealed and cannot look for
/// them: a node keeps the names of the workspaces that it was asked about lately, and before each
/// answer reads who has changed since. Safe for many threads.
final class PeopleIndex {
  private static final int MAX_WORKSPACES = 32;
  private static final Duration KEPT = Duration.ofMinutes(5);

  /// Clocks of nodes differ, and what began earlier may be committed later.
  private static final Duration OVERLAP = Duration.ofMinutes(1);

  private static final Comparator<Found> BEST_FIRST =
      Comparator.comparing((Found found) -> found.person().isGone())
          .thenComparingInt(found -> -found.score())
          .thenComparing(found -> found.person().first())
          .thenComparingLong(found -> found.person().user().value());

  private final UserStore store;
  private final Cache<WorkspaceId, Book> books =
      Caffeine.newBuilder().maximumSize(MAX_WORKSPACES).expireAfterAccess(KEPT).build();

  PeopleIndex(UserStore store) {
    this.store = store;
  }

  /// Those whom a query means, the best first; who is deactivated comes last.
  ///
  /// @param among those who may be found, or null for everybody
  List<UserId> find(
      WorkspaceId workspace, Handle handle, String query, @Nullable Set<UserId> among, int limit) {
    String letters = CalledBy.fold(query);
    return books
        .get(workspace, _ -> new Book())
        .upToDate(workspace, handle)
        .filter(person -> among == null || among.contains(person.user()))
        .map(person -> new Found(person, person.answers(letters)))
        .filter(found -> found.score() > 0)
        .sorted(BEST_FIRST)
        .limit(limit)
        .map(found -> found.person().user())
        .toList();
  }

  private record Found(CalledBy person, int score) {}

  private final class Book {
    private final Map<UserId, CalledBy> people = new ConcurrentHashMap<>();
    private Instant until = Instant.EPOCH;

    synchronized Stream<CalledBy> upToDate(WorkspaceId workspace, Handle handle) {
      Instant since = until.equals(Instant.EPOCH) ? until : until.minus(OVERLAP);
      List<UserStore.Changed> changed = store.changed(workspace, handle, since);
      changed.forEach(each -> people.put(each.names().user(), each.names()));
      Optional<Instant> last =
          changed.stream().map(UserStore.Changed::at).max(Comparator.naturalOrder());
      last.filter(at -> at.isAfter(until)).ifPresent(at -> until = at);
      return people.values().stream();
    }
  }
}
