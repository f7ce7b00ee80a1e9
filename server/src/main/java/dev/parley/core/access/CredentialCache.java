package dev.parley.core.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;

/// What was read of credentials in the last few seconds. Safe for many threads.
///
/// @param <V> a credential with what its check needs
public final class CredentialCache<V> {
  private static final Duration KEPT = Duration.ofSeconds(5);

  private final Function<V, UserId> owner;
  private final AtomicLong forgotten = new AtomicLong();
  private final Cache<Key, V> known =
      Caffeine.newBuilder().maximumSize(100_000).expireAfterWrite(KEPT).build();

  /// @param owner whose a credential is
  public CredentialCache(Function<V, UserId> owner) {
    this.owner = owner;
  }

  private record Key(WorkspaceId workspace, long id) {}

  /// What is known of a credential; if nothing is, what is read now. A reading that was under way
  /// when something was forgotten is not kept.
  public Optional<V> get(WorkspaceId workspace, long id, Supplier<Optional<V>> read) {
    Key key = new Key(workspace, id);
    V present = known.getIfPresent(key);
    if (present != null) {
      return Optional.of(present);
    }
    long before = forgotten.get();
    Optional<V> found = read.get();
    if (found.isPresent()) {
      known.put(key, found.get());
      if (forgotten.get() != before) {
        known.invalidate(key);
      }
    }
    return found;
  }

  /// Has a credential read anew.
  public void forget(WorkspaceId workspace, long id) {
    var _ = forgotten.incrementAndGet();
    known.invalidate(new Key(workspace, id));
  }

  /// Has all credentials of a person read anew.
  public void forget(WorkspaceId workspace, UserId user) {
    var _ = forgotten.incrementAndGet();
    var _ =
        known
            .asMap()
            .entrySet()
            .removeIf(
                entry ->
                    entry.getKey().workspace().equals(workspace)
                        && owner.apply(entry.getValue()).equals(user));
  }
}
