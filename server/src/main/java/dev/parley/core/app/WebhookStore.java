package dev.parley.core.app;

import dev.parley.kernel.AppId;
import dev.parley.kernel.BotId;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Rows of webhooks. Within a tenant transaction.
final class WebhookStore {
  private static final int MOST = 5_000;

  private static final String INSERT =
      """
      insert into webhook (workspace_id, id, app_id, channel_id, secret_hash, created_by)
      select i.workspace_id, :id, i.app_id, :channel, :hash, :by
        from app_installation i
       where i.workspace_id = :workspace and i.app_id = :app and i.removed_at is null
         for share
      """;

  /// Those that work: not revoked, of an app that is installed.
  private static final String COLUMNS =
      """
      select w.id, w.app_id, w.channel_id, w.secret_hash, w.created_by, w.created_at,
             i.bot_user_id
        from webhook w
        join app_installation i on i.workspace_id = w.workspace_id and i.app_id = w.app_id
             and i.removed_at is null
      """;

  private static final String SELECT_ONE =
      COLUMNS
          + """
             where w.workspace_id = :workspace and w.id = :id and w.revoked_at is null
          """;

  private static final String SELECT_ALL =
      COLUMNS
          + """
             where w.workspace_id = :workspace and w.revoked_at is null
             order by w.id desc limit :limit
          """;

  private static final String REVOKE =
      """
      update webhook set revoked_at = now()
       where workspace_id = :workspace and id = :id and revoked_at is null
      """;

  private static final String REVOKE_OF_APP =
      """
      update webhook set revoked_at = now()
       where workspace_id = :workspace and app_id = :app and revoked_at is null
      """;

  /// A webhook and the hash of its secret.
  record Stored(Webhook webhook, byte[] hash) {}

  /// @return whether the app is installed
  boolean insert(
      Handle handle,
      WebhookAddress address,
      AppId app,
      ChannelId channel,
      byte[] hash,
      @Nullable UserId by) {
    return handle
            .createUpdate(INSERT)
            .bind("workspace", address.workspace().value())
            .bind("id", address.id().value())
            .bind("app", app.value())
            .bind("channel", channel.value())
            .bind("hash", hash)
            .bind("by", by == null ? null : by.value())
            .execute()
        == 1;
  }

  Optional<Stored> one(WorkspaceId workspace, Handle handle, BotId id) {
    return handle
        .createQuery(SELECT_ONE)
        .bind("workspace", workspace.value())
        .bind("id", id.value())
        .map((row, _) -> stored(workspace, row))
        .findOne();
  }

  /// The newest first.
  List<Webhook> all(WorkspaceId workspace, Handle handle) {
    return handle
        .createQuery(SELECT_ALL)
        .bind("workspace", workspace.value())
        .bind("limit", MOST)
        .map((row, _) -> stored(workspace, row).webhook())
        .list();
  }

  boolean revoke(WorkspaceId workspace, Handle handle, BotId id) {
    return handle
            .createUpdate(REVOKE)
            .bind("workspace", workspace.value())
            .bind("id", id.value())
            .execute()
        == 1;
  }

  void revokeAll(WorkspaceId workspace, Handle handle, AppId app) {
    var _ =
        handle
            .createUpdate(REVOKE_OF_APP)
            .bind("workspace", workspace.value())
            .bind("app", app.value())
            .execute();
  }

  private static Stored stored(WorkspaceId workspace, ResultSet row) throws SQLException {
    long by = row.getLong("created_by");
    Webhook webhook =
        new Webhook(
            workspace,
            new BotId(row.getLong("id")),
            new AppId(row.getLong("app_id")),
            new UserId(row.getLong("bot_user_id")),
            new ChannelId(row.getLong("channel_id")),
            by == 0 ? null : new UserId(by),
            row.getTimestamp("created_at").toInstant());
    return new Stored(webhook, row.getBytes("secret_hash"));
  }
}
