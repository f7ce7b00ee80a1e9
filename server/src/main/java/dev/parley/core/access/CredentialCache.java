package dev.parley.core.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/// What was read of credentials in the last few seconds. Safe for many threads.
///
/// @param <V> a credential with what its check needs
public final class CredentialCache<V> {
  private static final Duration KEPT = Duration.ofSeconds(5);

  private final Function<V, UserId> owner;
  private final Cache<Key, V> known =
      Caffeine.newBuilder().maximumSize(100_000).expireAfterWrite(KEPT).build();

  /// @param owner whose a credential is
  public CredentialCache(Function<V, UserId> owner) {
    this.owner = owner;
  }

  private record Key(WorkspaceId workspace, long id) {}

  public Optional<V> find(WorkspaceId workspace, long id) {
    return Optional.ofNullable(known.getIfPresent(new Key(workspace, id)));
  }

  public void put(WorkspaceId workspace, long id, V credential) {
    known.put(new Key(workspace, id), credential);
  }

  /// Has a credential read anew.
  public void forget(WorkspaceId workspace, long id) {
    known.invalidate(new Key(workspace, id));
  }

  /// Has all credentials of a person read anew.
  public void forget(WorkspaceId workspace, UserId user) {
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
