package dev.parley.core.workspace;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.WorkspaceId;
import dev.parley.storage.DirectoryDatabase;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The directory of workspaces. Calls block; run them on virtual threads.
public final class WorkspaceService {
  private static final Duration KEPT = Duration.ofSeconds(5);

  private final DirectoryDatabase directory;
  private final WorkspaceStore store = new WorkspaceStore();
  private final Cache<WorkspaceId, Workspace> known =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(KEPT).build();

  public WorkspaceService(DirectoryDatabase directory) {
    this.directory = directory;
  }

  /// Finds a workspace that was not deleted; may be a few seconds behind.
  public Optional<Workspace> find(WorkspaceId workspace) {
    Workspace present = known.getIfPresent(workspace);
    if (present != null) {
      return Optional.of(present);
    }
    Optional<Workspace> found = directory.run(handle -> store.byId(handle, workspace));
    found.ifPresent(value -> known.put(workspace, value));
    return found;
  }

  /// Those of some workspaces that were not deleted, by name.
  public List<Workspace> findAll(Collection<WorkspaceId> workspaces) {
    return workspaces.isEmpty()
        ? List.of()
        : directory.run(handle -> store.byIds(handle, workspaces));
  }

  public Optional<Workspace> findBySlug(String slug) {
    return directory.run(handle -> store.bySlug(handle, slug));
  }

  /// Finds a workspace by its id or its short name.
  ///
  /// @throws Refusal `team_not_found`
  public Workspace require(String idOrSlug) {
    return WorkspaceId.parse(idOrSlug)
        .flatMap(this::find)
        .or(() -> findBySlug(idOrSlug))
        .orElseThrow(() -> new Refusal("team_not_found"));
  }

  /// Whether there is no workspace yet.
  public boolean isEmpty() {
    return directory.run(handle -> !store.hasAny(handle));
  }

  /// Enters a workspace into the directory; from now on it exists.
  ///
  /// @param onlyFirst whether it must be the first one
  /// @throws Refusal `slug_taken`, `already_set_up`
  public void register(
      Handle handle, WorkspaceId workspace, String slug, String name, boolean onlyFirst) {
    if (onlyFirst) {
      store.lock(handle);
      if (store.hasAny(handle)) {
        throw new Refusal("already_set_up");
      }
    }
    if (!store.insert(handle, workspace, slug, name)) {
      throw new Refusal("slug_taken");
    }
  }
}
