package dev.parley.core.presence;

import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// What people say of their being there. Within a tenant transaction.
final class PresenceStore {
  private static final String FIND =
      """
      select away or deactivated_at is not null
        from user_account where workspace_id = :workspace and id = :user
      """;

  private static final String FIND_SOME =
      """
      select id, away or deactivated_at is not null
        from user_account where workspace_id = :workspace and id = any(:ids)
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

  /// Whether people say that they are away; those who do not exist are left out.
  Map<UserId, Boolean> away(WorkspaceId workspace, Handle handle, Collection<UserId> users) {
    return handle
        .createQuery(FIND_SOME)
        .bind("workspace", workspace.value())
        .bindArray("ids", Long.class, users.stream().map(UserId::value).toArray())
        .map((row, _) -> Map.entry(new UserId(row.getLong(1)), row.getBoolean(2)))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
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
