package dev.parley.storage;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.WorkspaceId;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/// The only way to tenant tables for everything but the commit loop. What runs here names its
/// workspace, so that row-level security shows that workspace's rows and no others.
///
/// Calls block; run them on virtual threads. A workspace holds at most half of the pool at a time,
/// so one that is busy cannot starve the others.
public final class TenantDatabase {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final String SAME_INSTANT = "set transaction isolation level repeatable read; ";

  private final Jdbi statements;
  private final Jdbi transactions;
  private final Cache<WorkspaceId, Semaphore> shares;
  private final int sharePerWorkspace;

  public TenantDatabase(Databases databases) {
    this.statements = jdbi(databases);
    NamedTenant.install(statements);
    this.transactions = jdbi(databases);
    this.sharePerWorkspace = Math.max(1, databases.app().getMaximumPoolSize() / 2);
    this.shares = Caffeine.newBuilder().weakValues().build();
  }

  private static Jdbi jdbi(Databases databases) {
    return Jdbi.create(databases.app()).registerArgument(new InstantArguments());
  }

  /// Runs reads; each statement is on its own and sees what is committed before it. Costs one round
  /// trip a statement.
  public <T> T read(WorkspaceId workspace, Function<Handle, T> work) {
    return run(
        workspace,
        statements,
        handle -> {
          NamedTenant.name(handle, workspace);
          return work.apply(handle);
        });
  }

  /// Runs reads that all see the same instant, in one transaction.
  public <T> T snapshot(WorkspaceId workspace, Function<Handle, T> work) {
    return transact(workspace, SAME_INSTANT, work);
  }

  /// Runs a change that makes no event (sessions, tokens, keys) in one transaction; all others go
  /// through the commit loop.
  public <T> T write(WorkspaceId workspace, Function<Handle, T> work) {
    return transact(workspace, "", work);
  }

  /// @param isolation begins the first statement. It is not asked of JDBC, which would first ask
  ///     the database for the present one and set that again afterwards.
  private <T> T transact(WorkspaceId workspace, String isolation, Function<Handle, T> work) {
    return run(
        workspace,
        transactions,
        handle ->
            handle.inTransaction(
                inside -> {
                  name(inside, isolation, workspace);
                  return work.apply(inside);
                }));
  }

  private static void name(Handle handle, String isolation, WorkspaceId workspace) {
    String sql = isolation + "set local parley.workspace_id = '" + workspace.value() + "'";
    try (Statement statement = handle.getConnection().createStatement()) {
      var _ = statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException("the workspace cannot be named", e);
    }
  }

  private <T> T run(WorkspaceId workspace, Jdbi jdbi, Function<Handle, T> work) {
    if (TenantScope.BOUND.isBound() && !TenantScope.BOUND.get().equals(workspace)) {
      throw new IllegalStateException("a request of another workspace asked for " + workspace);
    }
    Semaphore share = shares.get(workspace, _ -> new Semaphore(sharePerWorkspace));
    acquire(share);
    try (Handle handle = Databases.open(jdbi)) {
      return work.apply(handle);
    } catch (JdbiException | IllegalStateException e) {
      throw isOutage(e) ? new Refusal("service_unavailable", "the database does not answer") : e;
    } finally {
      share.release();
    }
  }

  /// Whether the database was lost or took too long, which says nothing of the statement.
  private static boolean isOutage(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getSQLState() != null) {
        String state = sql.getSQLState();
        return state.startsWith("08")
            || state.startsWith("57P")
            || state.equals("57014")
            || state.startsWith("53");
      }
    }
    return false;
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
