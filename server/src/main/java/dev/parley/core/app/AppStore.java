package dev.parley.core.app;

import dev.parley.kernel.AppId;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.storage.keys.Sealer;
import dev.parley.storage.keys.WorkspaceKeys;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Rows of apps and their installations. Within a tenant transaction.
final class AppStore {
  private static final int MOST = 1_000;

  private static final String INSERT =
      """
      insert into app (workspace_id, id, name, manifest, signing_secret, created_by)
      values (:workspace, :id, :name, :manifest, :secret, :by)
      """;

  private static final String COLUMNS =
      """
      select a.id, a.manifest, a.created_by, a.created_at,
             i.bot_user_id, i.installed_at, i.removed_at
        from app a
        left join app_installation i on i.workspace_id = a.workspace_id and i.app_id = a.id
      """;

  private static final String SELECT_ALL =
      COLUMNS
          + """
             where a.workspace_id = :workspace order by a.id desc limit :limit
          """;

  private static final String SELECT_ONE =
      COLUMNS
          + """
             where a.workspace_id = :workspace and a.id = :id
          """;

  private static final String SET_SECRET =
      """
      update app set signing_secret = :secret, updated_at = now()
       where workspace_id = :workspace and id = :id
      """;

  private static final String SET_CLIENT_SECRET =
      """
      update app set client_secret_hash = :hash, updated_at = now()
       where workspace_id = :workspace and id = :id
      """;

  private static final String CLIENT_SECRET_HASH =
      """
      select client_secret_hash from app
       where workspace_id = :workspace and id = :id and client_secret_hash is not null
      """;

  private static final String INSTALL =
      """
      insert into app_installation as i (workspace_id, app_id, bot_user_id, installed_by)
      values (:workspace, :id, :bot, :by)
      on conflict (workspace_id, app_id) do update
         set installed_by = excluded.installed_by, installed_at = now(), removed_at = null
       where i.removed_at is not null
      """;

  private static final String REMOVE =
      """
      update app_installation set removed_at = now()
       where workspace_id = :workspace and app_id = :id and removed_at is null
      """;

  private final WorkspaceKeys keys;

  AppStore(WorkspaceKeys keys) {
    this.keys = keys;
  }

  void insert(
      WorkspaceId workspace,
      Handle handle,
      AppId app,
      Manifest manifest,
      String signingSecret,
      @Nullable UserId by) {
    Sealer sealer = keys.of(workspace);
    var _ =
        handle
            .createUpdate(INSERT)
            .bind("workspace", workspace.value())
            .bind("id", app.value())
            .bind("name", manifest.name())
            .bind("manifest", sealer.sealText(manifest.json(), manifestPlace(workspace, app)))
            .bind("secret", sealer.sealText(signingSecret, secretPlace(workspace, app)))
            .bind("by", by == null ? null : by.value())
            .execute();
  }

  /// The newest first.
  List<App> all(WorkspaceId workspace, Handle handle) {
    return handle
        .createQuery(SELECT_ALL)
        .bind("workspace", workspace.value())
        .bind("limit", MOST)
        .map((row, _) -> app(workspace, row))
        .list();
  }

  Optional<App> one(WorkspaceId workspace, Handle handle, AppId app) {
    return handle
        .createQuery(SELECT_ONE)
        .bind("workspace", workspace.value())
        .bind("id", app.value())
        .map((row, _) -> app(workspace, row))
        .findOne();
  }

  void setSecret(WorkspaceId workspace, Handle handle, AppId app, String signingSecret) {
    byte[] sealed = keys.of(workspace).sealText(signingSecret, secretPlace(workspace, app));
    var _ =
        handle
            .createUpdate(SET_SECRET)
            .bind("workspace", workspace.value())
            .bind("id", app.value())
            .bind("secret", sealed)
            .execute();
  }

  void setClientSecret(WorkspaceId workspace, Handle handle, AppId app, byte[] hash) {
    var _ =
        handle
            .createUpdate(SET_CLIENT_SECRET)
            .bind("workspace", workspace.value())
            .bind("id", app.value())
            .bind("hash", hash)
            .execute();
  }

  Optional<byte[]> clientSecretHash(WorkspaceId workspace, Handle handle, AppId app) {
    return handle
        .createQuery(CLIENT_SECRET_HASH)
        .bind("workspace", workspace.value())
        .bind("id", app.value())
        .mapTo(byte[].class)
        .findOne();
  }

  /// @return whether it was not installed until now
  boolean install(
      WorkspaceId workspace, Handle handle, AppId app, UserId bot, @Nullable UserId by) {
    return handle
            .createUpdate(INSTALL)
            .bind("workspace", workspace.value())
            .bind("id", app.value())
            .bind("bot", bot.value())
            .bind("by", by == null ? null : by.value())
            .execute()
        == 1;
  }

  /// @return whether it was installed until now
  boolean remove(WorkspaceId workspace, Handle handle, AppId app) {
    return handle
            .createUpdate(REMOVE)
            .bind("workspace", workspace.value())
            .bind("id", app.value())
            .execute()
        == 1;
  }

  private App app(WorkspaceId workspace, ResultSet row) throws SQLException {
    AppId id = new AppId(row.getLong("id"));
    String manifest =
        keys.of(workspace).openText(row.getBytes("manifest"), manifestPlace(workspace, id));
    long by = row.getLong("created_by");
    long bot = row.getLong("bot_user_id");
    Timestamp removed = row.getTimestamp("removed_at");
    return new App(
        workspace,
        id,
        ManifestReader.stored(manifest),
        by == 0 ? null : new UserId(by),
        row.getTimestamp("created_at").toInstant(),
        bot == 0
            ? null
            : new App.Installation(
                new UserId(bot),
                row.getTimestamp("installed_at").toInstant(),
                removed == null ? null : removed.toInstant()));
  }

  private static byte[] manifestPlace(WorkspaceId workspace, AppId app) {
    return Sealer.place("app.manifest", workspace.value(), app.value());
  }

  private static byte[] secretPlace(WorkspaceId workspace, AppId app) {
    return Sealer.place("app.signing_secret", workspace.value(), app.value());
  }
}
