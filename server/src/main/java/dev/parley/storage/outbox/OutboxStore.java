package dev.parley.storage.outbox;

import dev.parley.kernel.StreamKey;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/// The SQL of the outbox, as the relay's role, for all workspaces at once.
final class OutboxStore {
  private static final String DELETE =
      """
      delete from outbox o using unnest(?::bigint[], ?::bigint[]) as i(workspace_id, id)
       where o.workspace_id = i.workspace_id and o.id = i.id
      """;

  private static final String SELECT_OLD =
      """
      select workspace_id, id, streams, offsets from outbox o
       where created_at < now() - make_interval(secs => ?)
         and not exists (select from unnest(?::bigint[], ?::bigint[]) as i(workspace_id, id)
                          where o.workspace_id = i.workspace_id and o.id = i.id)
       order by created_at limit ?
      """;

  private final DataSource relay;

  OutboxStore(DataSource relay) {
    this.relay = relay;
  }

  /// Names a row.
  record RowKey(long workspace, long id) {}

  /// A row and the events it stands for.
  record Row(RowKey key, List<Place> places) {}

  /// One event's place.
  record Place(StreamKey stream, long offset) {}

  void delete(Collection<RowKey> rows) throws SQLException {
    try (Connection connection = relay.getConnection();
        PreparedStatement statement = connection.prepareStatement(DELETE)) {
      setKeys(statement, 1, rows);
      statement.execute();
    }
  }

  private static void setKeys(PreparedStatement statement, int first, Collection<RowKey> rows)
      throws SQLException {
    PGConnection arrays = statement.getConnection().unwrap(PGConnection.class);
    statement.setArray(
        first, arrays.createArrayOf("int8", rows.stream().mapToLong(RowKey::workspace).toArray()));
    statement.setArray(
        first + 1, arrays.createArrayOf("int8", rows.stream().mapToLong(RowKey::id).toArray()));
  }

  /// Rows that somebody should have published long ago, but for some, oldest first.
  List<Row> olderThan(double seconds, Collection<RowKey> except, int limit) throws SQLException {
    List<Row> found = new ArrayList<>();
    try (Connection connection = relay.getConnection();
        PreparedStatement statement = connection.prepareStatement(SELECT_OLD)) {
      statement.setDouble(1, seconds);
      setKeys(statement, 2, except);
      statement.setInt(4, limit);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(
              new Row(
                  new RowKey(rows.getLong(1), rows.getLong(2)),
                  places(rows.getLong(1), rows.getArray(3), rows.getArray(4))));
        }
      }
    }
    return found;
  }

  private static List<Place> places(long workspace, Array streams, Array offsets)
      throws SQLException {
    Long[] ids = (Long[]) streams.getArray();
    Long[] numbers = (Long[]) offsets.getArray();
    List<Place> places = new ArrayList<>(ids.length);
    for (int i = 0; i < ids.length; i++) {
      places.add(new Place(new StreamKey(workspace, ids[i]), numbers[i]));
    }
    return places;
  }
}
