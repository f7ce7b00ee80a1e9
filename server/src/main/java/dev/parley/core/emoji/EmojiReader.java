package dev.parley.core.emoji;

import dev.parley.core.picture.PictureAddress;
import dev.parley.kernel.EmojiId;
import dev.parley.kernel.PictureId;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.view.EmojiView;
import dev.parley.storage.writer.Batch;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Reads the emoji of a workspace, within a tenant transaction.
public final class EmojiReader {
  private static final String COLUMNS =
      """
      select e.id, e.name, e.former_name, e.picture_id, e.picture_key, e.alias_for, e.created_by,
             e.removed_at
        from emoji e
       where e.workspace_id =
      """;

  static final String SELECT_ALL =
      COLUMNS + " :workspace and e.removed_at is null order by e.name limit :limit";

  static final String SELECT_SOME = COLUMNS + " :workspace and e.id = any(:ids)";

  static final String SELECT_NAMED = COLUMNS + " ? and e.name = ? and e.removed_at is null";

  private static final String IS_IN_USE =
      """
      select exists (
        select from emoji
         where workspace_id = :workspace and name = :name and removed_at is null)
      """;

  private EmojiReader() {}

  /// Whether the workspace has one of its own of this name.
  public static boolean isInUse(Handle handle, WorkspaceId workspace, String name) {
    return handle
        .createQuery(IS_IN_USE)
        .bind("workspace", workspace.value())
        .bind("name", name)
        .mapTo(Boolean.class)
        .one();
  }

  /// Those that are in use, in the order of their names.
  static List<EmojiView> all(Handle handle, WorkspaceId workspace, int limit) {
    return handle
        .createQuery(SELECT_ALL)
        .bind("workspace", workspace.value())
        .bind("limit", limit)
        .map((row, _) -> view(workspace, row))
        .list();
  }

  /// Those of some emoji that there are or were.
  static List<EmojiView> some(Handle handle, WorkspaceId workspace, Collection<Long> ids) {
    return handle
        .createQuery(SELECT_SOME)
        .bind("workspace", workspace.value())
        .bindArray("ids", Long.class, ids.toArray())
        .map((row, _) -> view(workspace, row))
        .list();
  }

  /// The one of a name that is in use.
  static Optional<Named> named(Batch batch, WorkspaceId workspace, String name)
      throws SQLException {
    return batch
        .query(
            SELECT_NAMED,
            row -> new Named(view(workspace, row), row.getLong("picture_id")),
            workspace.value(),
            name)
        .stream()
        .findFirst();
  }

  /// An emoji and the number of its picture; 0 for none.
  record Named(EmojiView view, long picture) {}

  private static EmojiView view(WorkspaceId workspace, ResultSet row) throws SQLException {
    long picture = row.getLong("picture_id");
    boolean isRemoved = row.getTimestamp("removed_at") != null;
    String key = row.getString("picture_key");
    return new EmojiView(
        new EmojiId(row.getLong("id")),
        row.getString("name"),
        row.getString("former_name"),
        picture == 0 || key == null || isRemoved
            ? null
            : new PictureAddress(workspace, new PictureId(picture), key, 0).path(),
        row.getString("alias_for"),
        new UserId(row.getLong("created_by")),
        isRemoved);
  }
}
