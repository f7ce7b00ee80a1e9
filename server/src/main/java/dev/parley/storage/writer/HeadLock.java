package dev.parley.storage.writer;

import dev.parley.kernel.StreamKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.postgresql.PGConnection;

/// The statements that lock heads: the one place where locks are taken, always in key order.
final class HeadLock {
  private static final String LOCK =
      """
      select h.workspace_id, h.stream_id, h.head_offset, h.last_ts, h.message_no,
             (extract(epoch from clock_timestamp()) * 1000000)::bigint
        from stream_head h
        join unnest(?::bigint[], ?::bigint[]) as k(workspace_id, stream_id)
          on h.workspace_id = k.workspace_id and h.stream_id = k.stream_id
       order by h.workspace_id, h.stream_id
         for no key update of h\
      """;

  private static final String LOCK_FREE = LOCK + " skip locked";

  private static final String EXISTING =
      """
      select h.workspace_id, h.stream_id
        from stream_head h
        join unnest(?::bigint[], ?::bigint[]) as k(workspace_id, stream_id)
          on h.workspace_id = k.workspace_id and h.stream_id = k.stream_id
      """;

  private static final String NOW =
      "select (extract(epoch from clock_timestamp()) * 1000000)::bigint";

  private HeadLock() {}

  /// Heads that were locked, and the database's time after that.
  record Locked(Map<StreamKey, Head> heads, long nowMicros) {}

  /// Locks those heads that nobody else holds.
  static Locked free(Connection connection, Set<StreamKey> streams) throws SQLException {
    return lock(connection, streams, LOCK_FREE);
  }

  /// Locks all heads, waiting for whoever holds them.
  static Locked all(Connection connection, Set<StreamKey> streams) throws SQLException {
    return lock(connection, streams, LOCK);
  }

  /// Which of these streams exist, locked or not.
  static Set<StreamKey> existing(Connection connection, Set<StreamKey> streams)
      throws SQLException {
    Set<StreamKey> found = new HashSet<>();
    try (PreparedStatement statement = connection.prepareStatement(EXISTING)) {
      bind(connection, statement, streams);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(new StreamKey(rows.getLong(1), rows.getLong(2)));
        }
      }
    }
    return found;
  }

  private static Locked lock(Connection connection, Set<StreamKey> streams, String sql)
      throws SQLException {
    Map<StreamKey, Head> heads = new HashMap<>();
    long now = 0;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(connection, statement, streams);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          StreamKey stream = new StreamKey(rows.getLong(1), rows.getLong(2));
          heads.put(stream, new Head(stream, rows.getLong(3), rows.getLong(4), rows.getInt(5)));
          now = Math.max(now, rows.getLong(6));
        }
      }
    }
    return new Locked(heads, now == 0 ? now(connection) : now);
  }

  private static long now(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(NOW);
        ResultSet rows = statement.executeQuery()) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private static void bind(
      Connection connection, PreparedStatement statement, Set<StreamKey> streams)
      throws SQLException {
    List<StreamKey> sorted = streams.stream().sorted().toList();
    long[] workspaces = sorted.stream().mapToLong(StreamKey::workspace).toArray();
    long[] ids = sorted.stream().mapToLong(StreamKey::stream).toArray();
    PGConnection arrays = connection.unwrap(PGConnection.class);
    statement.setArray(1, arrays.createArrayOf("int8", workspaces));
    statement.setArray(2, arrays.createArrayOf("int8", ids));
  }
}
