package dev.parley.core.presence;

import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// What people say of their being there. Within a tenant transaction.
final class PresenceStore {
  private static final String FIND =
      """
      select away or deactivated_at is not null
        from user_account where workspace_id = :workspace and id = :user
      """;

  private static final String SET =
      """
      update user_account set away = :away where workspace_id = :workspace and id = :user
      """;

  Optional<Boolean> isAway(WorkspaceId workspace, Handle handle, UserId user) {
    return handle
        .createQuery(FIND)
        .bind("workspace", workspace.value())
        .bind("user", user.value())
        .mapTo(Boolean.class)
        .findOne();
  }

  int set(WorkspaceId workspace, Handle handle, UserId user, boolean away) {
    return handle
        .createUpdate(SET)
        .bind("workspace", workspace.value())
        .bind("user", user.value())
        .bind("away", away)
        .execute();
  }
}
