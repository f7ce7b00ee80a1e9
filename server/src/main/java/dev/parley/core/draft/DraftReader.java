package dev.parley.core.draft;

import dev.parley.kernel.ChannelId;
import dev.parley.kernel.MessageTs;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.view.DraftView;
import dev.parley.storage.keys.Sealer;
import dev.parley.storage.keys.WorkspaceKeys;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// Reads what people have begun to write, within a tenant transaction. Safe for many threads.
public final class DraftReader {
  static final String SELECT_OF_PERSON =
      """
      select d.channel_id, d.thread_ts, d.body, d.updated_ts
        from draft d
        join membership m on m.workspace_id = d.workspace_id and m.channel_id = d.channel_id
             and m.user_id = d.user_id
       where d.workspace_id = :workspace and d.user_id = :user and d.body is not null
       order by d.updated_ts desc limit :limit
      """;

  static final String SELECT_SOME =
      """
      select d.channel_id, d.thread_ts, d.body, d.updated_ts
        from draft d
       where d.workspace_id = :workspace and d.user_id = :user and d.channel_id = any(:channels)
      """;

  private final WorkspaceKeys keys;

  public DraftReader(WorkspaceKeys keys) {
    this.keys = keys;
  }

  /// Somebody's drafts in the conversations they are in, the newest first.
  public List<DraftView> all(Handle handle, WorkspaceId workspace, UserId user, int limit) {
    return handle
        .createQuery(SELECT_OF_PERSON)
        .bind("workspace", workspace.value())
        .bind("user", user.value())
        .bind("limit", limit)
        .map((row, _) -> view(workspace, user, row))
        .list();
  }

  /// Somebody's drafts of some conversations, those that are empty by now too.
  List<DraftView> some(
      Handle handle, WorkspaceId workspace, UserId user, Collection<ChannelId> channels) {
    return handle
        .createQuery(SELECT_SOME)
        .bind("workspace", workspace.value())
        .bind("user", user.value())
        .bindArray("channels", Long.class, channels.stream().map(ChannelId::value).toArray())
        .map((row, _) -> view(workspace, user, row))
        .list();
  }

  static byte[] place(WorkspaceId workspace, UserId user, ChannelId channel, MessageTs thread) {
    return Sealer.place(
        "draft.body", workspace.value(), user.value(), channel.value(), thread.micros());
  }

  private DraftView view(WorkspaceId workspace, UserId user, ResultSet row) throws SQLException {
    ChannelId channel = new ChannelId(row.getLong("channel_id"));
    MessageTs thread = new MessageTs(row.getLong("thread_ts"));
    byte[] body = row.getBytes("body");
    return new DraftView(
        channel,
        thread,
        body == null
            ? ""
            : keys.of(workspace).openText(body, place(workspace, user, channel, thread)),
        new MessageTs(row.getLong("updated_ts")));
  }
}
