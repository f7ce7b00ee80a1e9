package dev.parley.core.membership;

import dev.parley.kernel.ChannelId;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// Reads who is in a channel, within a tenant transaction, for whoever has made sure that the
/// reader may see it. Safe for many threads.
public final class MemberReader {
  static final String SELECT_PAGE =
      """
      select user_id from membership
       where workspace_id = :workspace and channel_id = :channel and user_id > :after
       order by user_id limit :limit
      """;

  static final String SELECT_AMONG =
      """
      select user_id from membership
       where workspace_id = :workspace and channel_id = :channel and user_id = any(:users)
       order by user_id
      """;

  /// Those of some people who are in a channel, in order of id.
  public List<UserId> among(
      Handle handle, WorkspaceId workspace, ChannelId channel, Collection<UserId> users) {
    return handle
        .createQuery(SELECT_AMONG)
        .bind("workspace", workspace.value())
        .bind("channel", channel.value())
        .bindArray("users", Long.class, users.stream().map(UserId::value).toArray())
        .map((row, _) -> new UserId(row.getLong(1)))
        .list();
  }

  /// People in order of id, after a given one.
  public List<UserId> page(
      Handle handle, WorkspaceId workspace, ChannelId channel, long after, int limit) {
    return handle
        .createQuery(SELECT_PAGE)
        .bind("workspace", workspace.value())
        .bind("channel", channel.value())
        .bind("after", after)
        .bind("limit", limit)
        .map((row, _) -> new UserId(row.getLong(1)))
        .list();
  }
}
