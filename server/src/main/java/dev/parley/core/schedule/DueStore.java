package dev.parley.core.schedule;

import dev.parley.kernel.WorkspaceId;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;

/// What is due, as the scheduler's role, of all workspaces at once: ids, kinds and times alone.
final class DueStore {
  private static final String SELECT_DUE =
      """
      select workspace_id, id, kind from due_item
       where due_at <= now() and workspace_id <> all(?::bigint[]) and kind = any(?::smallint[])
       order by due_at, id limit ?
      """;

  private final DataSource scheduler;

  DueStore(DataSource scheduler) {
    this.scheduler = scheduler;
  }

  /// An item that is due.
  record Due(WorkspaceId workspace, long id, short kind) {}

  /// What has been due the longest.
  ///
  /// @param busy workspaces to be left out
  /// @param kinds the kinds that are known here; others are left to a newer node
  List<Due> due(Collection<WorkspaceId> busy, Collection<Short> kinds, int limit)
      throws SQLException {
    List<Due> found = new ArrayList<>();
    try (Connection connection = scheduler.getConnection();
        PreparedStatement statement = connection.prepareStatement(SELECT_DUE)) {
      Array others =
          connection.createArrayOf("int8", busy.stream().map(WorkspaceId::value).toArray());
      statement.setArray(1, others);
      statement.setArray(2, connection.createArrayOf("int2", kinds.toArray()));
      statement.setInt(3, limit);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(new Due(new WorkspaceId(rows.getLong(1)), rows.getLong(2), rows.getShort(3)));
        }
      }
    }
    return found;
  }
}
