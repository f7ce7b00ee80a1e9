package dev.parley.core.workspace;

import dev.parley.kernel.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The directory of workspaces. Within a transaction of the directory.
final class WorkspaceStore {
  private static final String COLUMNS = "select id, slug, name, created_at from workspace ";

  private static final String BY_ID = COLUMNS + "where id = :workspace and deleted_at is null";

  private static final String BY_IDS =
      COLUMNS + "where id = any(:workspaces) and deleted_at is null order by name, id";

  private static final String BY_SLUG = COLUMNS + "where slug = :slug and deleted_at is null";

  private static final String ANY = "select exists (select 1 from workspace)";

  private static final String LOCK = "select pg_advisory_xact_lock(7261003)";

  private static final String INSERT =
      """
      insert into workspace (id, slug, name) values (:workspace, :slug, :name)
      on conflict (slug) do nothing
      """;

  Optional<Workspace> byId(Handle handle, WorkspaceId workspace) {
    return handle
        .createQuery(BY_ID)
        .bind("workspace", workspace.value())
        .map((row, _) -> workspace(row))
        .findOne();
  }

  List<Workspace> byIds(Handle handle, Collection<WorkspaceId> workspaces) {
    Long[] ids = workspaces.stream().map(WorkspaceId::value).toArray(Long[]::new);
    return handle
        .createQuery(BY_IDS)
        .bindArray("workspaces", Long.class, (Object[]) ids)
        .map((row, _) -> workspace(row))
        .list();
  }

  Optional<Workspace> bySlug(Handle handle, String slug) {
    return handle.createQuery(BY_SLUG).bind("slug", slug).map((row, _) -> workspace(row)).findOne();
  }

  boolean hasAny(Handle handle) {
    return handle.createQuery(ANY).mapTo(Boolean.class).one();
  }

  /// Holds off everybody else who is about to make the first workspace.
  void lock(Handle handle) {
    var _ = handle.createQuery(LOCK).map((_, _) -> 0).one();
  }

  /// @return false if the short name is taken
  boolean insert(Handle handle, WorkspaceId workspace, String slug, String name) {
    return handle
            .createUpdate(INSERT)
            .bind("workspace", workspace.value())
            .bind("slug", slug)
            .bind("name", name)
            .execute()
        == 1;
  }

  private static Workspace workspace(ResultSet row) throws SQLException {
    return new Workspace(
        new WorkspaceId(row.getLong("id")),
        row.getString("slug"),
        row.getString("name"),
        row.getTimestamp("created_at").toInstant());
  }
}
