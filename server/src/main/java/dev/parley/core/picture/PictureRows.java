package dev.parley.core.picture;

import dev.parley.kernel.PictureId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.storage.keys.Sealer;
import dev.parley.storage.keys.WorkspaceKeys;
import dev.parley.storage.writer.Batch;
import java.sql.SQLException;
import java.time.Instant;

/// Writes pictures, within a batch of the commit loop.
public final class PictureRows {
  private static final String INSERT =
      """
      insert into picture (workspace_id, id, size, key, media_type, bytes, created_at)
      values (?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String DELETE = "delete from picture where workspace_id = ? and id = ?";

  private final WorkspaceKeys keys;

  public PictureRows(WorkspaceKeys keys) {
    this.keys = keys;
  }

  public void insert(Batch batch, PictureAddress address, Picture picture, Instant now)
      throws SQLException {
    WorkspaceId workspace = address.workspace();
    batch.update(
        INSERT,
        workspace.value(),
        address.id().value(),
        address.size(),
        address.key(),
        picture.mediaType(),
        keys.of(workspace).seal(picture.bytes(), place(workspace, address.id(), address.size())),
        now);
  }

  /// Deletes a picture in all its sizes.
  public void delete(Batch batch, WorkspaceId workspace, PictureId id) throws SQLException {
    batch.update(DELETE, workspace.value(), id.value());
  }

  static byte[] place(WorkspaceId workspace, PictureId id, int size) {
    return Sealer.place("picture.bytes", workspace.value(), id.value(), size);
  }
}
