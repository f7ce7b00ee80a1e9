package dev.parley.bench;

import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.storage.DatabaseAddress;
import dev.parley.storage.embedded.EmbeddedPostgres;
import dev.parley.storage.keys.KeyStore;
import dev.parley.storage.keys.LocalKeyStore;
import dev.parley.storage.keys.MasterKey;
import dev.parley.storage.keys.Sealer;
import dev.parley.storage.keys.WorkspaceKeys;
import dev.parley.testkit.LargeWorkspace;
import dev.parley.testkit.LargeWorkspace.Size;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/// Fills a workspace of a running server, whose database is the embedded one, with people, channels
/// and messages, as `LargeWorkspace` has them; one person is in all channels and has read
/// everything. `web/perf` measures the page on it.
///
/// Arguments: the data directory, the workspace, the person.
public final class FillWorkspace {
  private static final int PEOPLE = Integer.getInteger("people", 10_000);
  private static final int CHANNELS = Integer.getInteger("channels", 2_000);
  private static final int MESSAGES = Integer.getInteger("messages", 200_000);
  private static final int MEMBERSHIPS = 5;

  private static final String READ =
      """
      update membership m set read_ts = h.last_ts, read_no = h.message_no
        from stream_head h
       where m.workspace_id = ? and m.user_id = ? and h.workspace_id = m.workspace_id
         and h.stream_id = m.channel_id
      """;

  private FillWorkspace() {}

  public static void main(String[] args) throws Exception {
    Path data = Path.of(args[0]);
    WorkspaceId workspace = WorkspaceId.parse(args[1]).orElseThrow();
    UserId member = UserId.parse(args[2]).orElseThrow();
    DatabaseAddress database = EmbeddedPostgres.running(data).orElseThrow();
    KeyStore store = new LocalKeyStore(data.resolve("keys").resolve("workspaces"));
    Size size = new Size(PEOPLE, CHANNELS, CHANNELS, MEMBERSHIPS, MESSAGES);
    fill(
        database,
        workspace,
        member,
        new WorkspaceKeys(store, MasterKey.open(store)).of(workspace),
        size);
  }

  static void fill(
      DatabaseAddress database, WorkspaceId workspace, UserId member, Sealer sealer, Size size)
      throws SQLException, IOException {
    new LargeWorkspace(workspace, member, size).fill(database, sealer);
    readAll(database, workspace, member, size.channels());
  }

  private static void readAll(
      DatabaseAddress database, WorkspaceId workspace, UserId member, int channels)
      throws SQLException, IOException {
    String url = database.jdbcUrl() + "?currentSchema=parley";
    try (Connection connection =
            DriverManager.getConnection(url, database.user(), database.password());
        PreparedStatement update = connection.prepareStatement(READ)) {
      update.setLong(1, workspace.value());
      update.setLong(2, member.value());
      int changed = update.executeUpdate();
      if (changed < channels) {
        throw new IOException("only " + changed + " channels were read");
      }
    }
  }
}
