package dev.parley.core.schedule;

import dev.parley.kernel.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The due items of a workspace, within a tenant transaction.
public final class DueItems {
  static final String INSERT =
      """
      insert into due_item (workspace_id, id, kind, due_at)
      values (:workspace, :id, :kind, :due)
      """;

  static final String CANCEL =
      """
      delete from due_item where workspace_id = :workspace and id = :id and begun_at is null
      """;

  static final String TAKE =
      """
      update due_item
         set begun_at = coalesce(begun_at, now()), attempts = least(attempts + 1, 1000),
             due_at = now() + make_interval(secs => :lease) * least(attempts + 1, 20)
       where workspace_id = :workspace and id = :id and due_at <= now()
      returning begun_at
      """;

  static final String AGAIN =
      """
      update due_item set due_at = :due, begun_at = null, attempts = 0
       where workspace_id = :workspace and id = :id
      """;

  static final String DELETE =
      """
      delete from due_item where workspace_id = :workspace and id = :id
      """;

  private DueItems() {}

  /// Has something happen at a time; its row of its kind's table is written beside.
  public static void add(Handle handle, WorkspaceId workspace, long id, DueKind kind, Instant due) {
    var _ =
        handle
            .createUpdate(INSERT)
            .bind("workspace", workspace.value())
            .bind("id", id)
            .bind("kind", kind.number())
            .bind("due", due)
            .execute();
  }

  /// Has it not happen.
  ///
  /// @return false if it has begun to happen, or there is no such item
  public static boolean cancel(Handle handle, WorkspaceId workspace, long id) {
    return handle.createUpdate(CANCEL).bind("workspace", workspace.value()).bind("id", id).execute()
        == 1;
  }

  /// Takes an item that is due: nobody else gets it for a while, the longer the more often it was
  /// taken.
  ///
  /// @return when it was taken first; empty if somebody else has it, or it is cancelled
  static Optional<Instant> take(Handle handle, WorkspaceId workspace, long id, Duration lease) {
    return handle
        .createQuery(TAKE)
        .bind("workspace", workspace.value())
        .bind("id", id)
        .bind("lease", (double) lease.toMillis() / 1_000)
        .map((row, _) -> row.getTimestamp(1).toInstant())
        .findFirst();
  }

  /// Has an item that was taken happen again.
  static void again(Handle handle, WorkspaceId workspace, long id, Instant due) {
    var _ =
        handle
            .createUpdate(AGAIN)
            .bind("workspace", workspace.value())
            .bind("id", id)
            .bind("due", due)
            .execute();
  }

  /// Forgets an item, whether it has begun to happen or not.
  public static void delete(Handle handle, WorkspaceId workspace, long id) {
    var _ =
        handle.createUpdate(DELETE).bind("workspace", workspace.value()).bind("id", id).execute();
  }
}
