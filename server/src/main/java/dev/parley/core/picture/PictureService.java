package dev.parley.core.picture;

import dev.parley.storage.TenantDatabase;
import dev.parley.storage.keys.WorkspaceKeys;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/// Reads pictures by their address. Calls block; run them on virtual threads.
public final class PictureService {
  private static final String SELECT =
      """
      select key, media_type, bytes from picture
       where workspace_id = :workspace and id = :id and size = :size
      """;

  private final TenantDatabase database;
  private final WorkspaceKeys keys;

  public PictureService(TenantDatabase database, WorkspaceKeys keys) {
    this.database = database;
    this.keys = keys;
  }

  /// A picture as it is sent.
  public record Shown(String mediaType, byte[] bytes) {}

  private record Row(String key, String mediaType, byte[] sealed) {}

  /// The picture of an address; empty if there is none, whatever is wrong with the address.
  public Optional<Shown> find(PictureAddress address) {
    return database
        .read(
            address.workspace(),
            handle ->
                handle
                    .createQuery(SELECT)
                    .bind("workspace", address.workspace().value())
                    .bind("id", address.id().value())
                    .bind("size", address.size())
                    .map(
                        (row, _) ->
                            new Row(
                                row.getString("key"),
                                row.getString("media_type"),
                                row.getBytes("bytes")))
                    .findOne())
        .filter(row -> isSame(row.key(), address.key()))
        .map(
            row ->
                new Shown(
                    row.mediaType(),
                    keys.of(address.workspace())
                        .open(
                            row.sealed(),
                            PictureRows.place(address.workspace(), address.id(), address.size()))));
  }

  private static boolean isSame(String one, String two) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.US_ASCII), two.getBytes(StandardCharsets.US_ASCII));
  }
}
