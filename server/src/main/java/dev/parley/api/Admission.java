package dev.parley.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.kernel.WorkspaceId;
import java.util.concurrent.Semaphore;

/// Bounds the calls in flight, overall and per workspace, so that one workspace at its limit leaves
/// room for the others. Safe for many threads; never waits.
public final class Admission {
  private final Semaphore overall;
  private final int perWorkspace;
  private final Cache<WorkspaceId, Semaphore> workspaces =
      Caffeine.newBuilder().weakValues().build();

  public Admission(int overall, int perWorkspace) {
    if (perWorkspace < 1 || overall < perWorkspace) {
      throw new IllegalArgumentException("overall: " + overall + ", perWorkspace: " + perWorkspace);
    }
    this.overall = new Semaphore(overall);
    this.perWorkspace = perWorkspace;
  }

  boolean enter() {
    return overall.tryAcquire();
  }

  void leave() {
    overall.release();
  }

  /// The places of one workspace; hold on to the value as long as a place is taken.
  Semaphore of(WorkspaceId workspace) {
    return workspaces.get(workspace, _ -> new Semaphore(perWorkspace));
  }
}
