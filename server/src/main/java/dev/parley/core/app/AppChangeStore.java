package dev.parley.core.app;

import dev.parley.core.app.AppChange.Filter;
import dev.parley.core.app.AppChange.Kind;
import dev.parley.kernel.AppId;
import dev.parley.kernel.BotId;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Rows of what became of apps. Within a tenant transaction.
final class AppChangeStore {
  private static final String INSERT =
      """
      insert into app_change (workspace_id, id, app_id, webhook_id, channel_id, kind, actor_id)
      values (:workspace, :id, :app, :webhook, :channel, :kind, :by)
      """;

  private static final String SELECT =
      """
      select app_id, webhook_id, channel_id, kind, actor_id, changed_at
        from app_change
       where workspace_id = :workspace
         and (:app = 0 or app_id = :app)
         and (:webhook = 0 or webhook_id = :webhook)
         and (:by = 0 or actor_id = :by)
         and (:kind = 0 or kind = :kind)
       order by id desc limit :limit
      """;

  void insert(
      WorkspaceId workspace, Handle handle, long id, AppId app, Kind kind, @Nullable UserId by) {
    insert(workspace, handle, id, app, null, null, kind, by);
  }

  void insert(
      WorkspaceId workspace,
      Handle handle,
      long id,
      AppId app,
      @Nullable BotId webhook,
      @Nullable ChannelId channel,
      Kind kind,
      @Nullable UserId by) {
    var _ =
        handle
            .createUpdate(INSERT)
            .bind("workspace", workspace.value())
            .bind("id", id)
            .bind("app", app.value())
            .bind("webhook", webhook == null ? null : webhook.value())
            .bind("channel", channel == null ? null : channel.value())
            .bind("kind", kind.code())
            .bind("by", by == null ? null : by.value())
            .execute();
  }

  /// The newest first.
  List<AppChange> some(WorkspaceId workspace, Handle handle, Filter filter, int limit) {
    return handle
        .createQuery(SELECT)
        .bind("workspace", workspace.value())
        .bind("app", filter.app() == null ? 0 : filter.app().value())
        .bind("webhook", filter.webhook() == null ? 0 : filter.webhook().value())
        .bind("by", filter.by() == null ? 0 : filter.by().value())
        .bind("kind", filter.kind() == null ? 0 : filter.kind().code())
        .bind("limit", limit)
        .map((row, _) -> change(row))
        .list();
  }

  private static AppChange change(ResultSet row) throws SQLException {
    long webhook = row.getLong("webhook_id");
    long channel = row.getLong("channel_id");
    long by = row.getLong("actor_id");
    return new AppChange(
        new AppId(row.getLong("app_id")),
        webhook == 0 ? null : new BotId(webhook),
        channel == 0 ? null : new ChannelId(channel),
        Kind.of(row.getInt("kind")),
        by == 0 ? null : new UserId(by),
        row.getTimestamp("changed_at").toInstant());
  }
}
