package dev.parley.core.bookmark;

import dev.parley.kernel.BookmarkId;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.view.BookmarkView;
import dev.parley.storage.keys.Sealer;
import dev.parley.storage.keys.WorkspaceKeys;
import dev.parley.storage.writer.Batch;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Reads bookmarks within a tenant transaction, for whoever has made sure that the reader may see
/// the channel. Safe for many threads.
public final class BookmarkReader {
  private static final String COLUMNS =
      """
      select id, channel_id, title, link, emoji, updated_by, created_at, updated_at from bookmark
      """;

  static final String SELECT_OF_CHANNEL =
      COLUMNS
          + """
             where workspace_id = :workspace and channel_id = :channel order by id
          """;

  static final String SELECT_SOME =
      COLUMNS
          + """
             where workspace_id = :workspace and id = any(:ids)
          """;

  static final String SELECT_IN_BATCH =
      COLUMNS
          + """
             where workspace_id = ? and id = ?
          """;

  private final WorkspaceKeys keys;

  public BookmarkReader(WorkspaceKeys keys) {
    this.keys = keys;
  }

  /// The bookmarks of a channel, in the order in which they were added.
  public List<BookmarkView> of(Handle handle, WorkspaceId workspace, ChannelId channel) {
    return handle
        .createQuery(SELECT_OF_CHANNEL)
        .bind("workspace", workspace.value())
        .bind("channel", channel.value())
        .map((row, _) -> view(workspace, row))
        .list();
  }

  /// Those of some bookmarks that there are.
  List<BookmarkView> some(Handle handle, WorkspaceId workspace, Collection<Long> ids) {
    return handle
        .createQuery(SELECT_SOME)
        .bind("workspace", workspace.value())
        .bindArray("ids", Long.class, ids.toArray())
        .map((row, _) -> view(workspace, row))
        .list();
  }

  Optional<BookmarkView> inBatch(Batch batch, WorkspaceId workspace, BookmarkId id)
      throws SQLException {
    return batch
        .query(SELECT_IN_BATCH, row -> view(workspace, row), workspace.value(), id.value())
        .stream()
        .findFirst();
  }

  /// Where a text of a bookmark is sealed to.
  static byte[] place(String column, WorkspaceId workspace, BookmarkId id) {
    return Sealer.place("bookmark." + column, workspace.value(), id.value());
  }

  private BookmarkView view(WorkspaceId workspace, ResultSet row) throws SQLException {
    BookmarkId id = new BookmarkId(row.getLong("id"));
    Timestamp updated = row.getTimestamp("updated_at");
    return new BookmarkView(
        workspace,
        id,
        new ChannelId(row.getLong("channel_id")),
        text(workspace, id, row, "title"),
        text(workspace, id, row, "link"),
        text(workspace, id, row, "emoji"),
        new UserId(row.getLong("updated_by")),
        row.getTimestamp("created_at").toInstant(),
        updated == null ? null : updated.toInstant());
  }

  private String text(WorkspaceId workspace, BookmarkId id, ResultSet row, String column)
      throws SQLException {
    byte[] sealed = row.getBytes(column);
    return sealed == null ? "" : keys.of(workspace).openText(sealed, place(column, workspace, id));
  }
}
