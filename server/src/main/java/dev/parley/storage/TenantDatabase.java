package dev.parley.storage;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.WorkspaceId;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/// The only way to tenant tables for everything but the commit loop: a transaction that names its
/// workspace, so that row-level security shows that workspace's rows and no others.
///
/// Calls block; run them on virtual threads. A workspace holds at most half of the pool at a time,
/// so one that is busy cannot starve the others.
public final class TenantDatabase {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Jdbi jdbi;
  private final Cache<WorkspaceId, Semaphore> shares;
  private final int sharePerWorkspace;

  public TenantDatabase(Databases databases) {
    this.jdbi = Jdbi.create(databases.app());
    this.sharePerWorkspace = Math.max(1, databases.app().getMaximumPoolSize() / 2);
    this.shares = Caffeine.newBuilder().weakValues().build();
  }

  /// Runs reads in a transaction of the workspace; each statement sees what is committed before it.
  public <T> T read(WorkspaceId workspace, Function<Handle, T> work) {
    return run(workspace, TransactionIsolationLevel.READ_COMMITTED, work);
  }

  /// Runs reads that all see the same instant.
  public <T> T snapshot(WorkspaceId workspace, Function<Handle, T> work) {
    return run(workspace, TransactionIsolationLevel.REPEATABLE_READ, work);
  }

  /// Runs a change that makes no event (sessions, tokens, keys); all others go through the commit
  /// loop.
  public <T> T write(WorkspaceId workspace, Function<Handle, T> work) {
    return run(workspace, TransactionIsolationLevel.READ_COMMITTED, work);
  }

  private <T> T run(
      WorkspaceId workspace, TransactionIsolationLevel isolation, Function<Handle, T> work) {
    if (TenantScope.BOUND.isBound() && !TenantScope.BOUND.get().equals(workspace)) {
      throw new IllegalStateException("a request of another workspace asked for " + workspace);
    }
    Semaphore share = shares.get(workspace, _ -> new Semaphore(sharePerWorkspace));
    acquire(share);
    try (Handle handle = jdbi.open()) {
      return handle.inTransaction(
          isolation,
          inside -> {
            var _ = inside.execute("set local parley.workspace_id = '" + workspace.value() + "'");
            return work.apply(inside);
          });
    } finally {
      share.release();
    }
  }

  private static void acquire(Semaphore share) {
    try {
      if (!share.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new Refusal("service_unavailable", "the workspace's database connections are in use");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refusal("service_unavailable", "interrupted");
    }
  }
}
