package dev.parley.core.usergroup;

import dev.parley.kernel.ChannelId;
import dev.parley.kernel.UserId;
import dev.parley.kernel.UsergroupId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.view.UsergroupView;
import dev.parley.protocol.view.UsergroupView.Stamp;
import dev.parley.storage.keys.Sealer;
import dev.parley.storage.keys.WorkspaceKeys;
import dev.parley.storage.writer.Batch;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import org.jdbi.v3.core.Handle;

/// Reads groups of people, within a tenant transaction. Safe for many threads.
public final class UsergroupReader {
  private static final String COLUMNS =
      """
      select g.id, g.name, g.handle, g.description, g.channels, g.created_by, g.updated_by,
             g.deleted_by, g.created_at, g.updated_at, g.deleted_at,
             (select coalesce(array_agg(m.user_id order by m.user_id), '{}')
                from usergroup_member m
               where m.workspace_id = g.workspace_id and m.usergroup_id = g.id) as users
        from usergroup g
      """;

  static final String SELECT_ALL =
      COLUMNS
          + """
             where g.workspace_id = :workspace and g.id > :after order by g.id limit :limit
          """;

  static final String SELECT_SOME =
      COLUMNS
          + """
             where g.workspace_id = :workspace and g.id = any(:ids)
          """;

  static final String SELECT_IN_BATCH =
      COLUMNS
          + """
             where g.workspace_id = ? and g.id = ?
          """;

  static final String SELECT_ADDRESSED =
      """
      select distinct u.user_id
        from usergroup_member u
        join usergroup g on g.workspace_id = u.workspace_id and g.id = u.usergroup_id
             and g.deleted_at is null
        join membership m on m.workspace_id = u.workspace_id and m.channel_id = :channel
             and m.user_id = u.user_id
       where u.workspace_id = :workspace and u.usergroup_id = any(:ids)
       order by u.user_id limit :limit
      """;

  private final WorkspaceKeys keys;

  public UsergroupReader(WorkspaceKeys keys) {
    this.keys = keys;
  }

  /// Groups in the order of their ids.
  public List<UsergroupView> all(Handle handle, WorkspaceId workspace, int limit) {
    return handle
        .createQuery(SELECT_ALL)
        .bind("workspace", workspace.value())
        .bind("after", 0L)
        .bind("limit", limit)
        .map((row, _) -> view(workspace, row))
        .list();
  }

  /// Those of some groups that there are.
  public List<UsergroupView> some(
      Handle handle, WorkspaceId workspace, Collection<UsergroupId> groups) {
    return handle
        .createQuery(SELECT_SOME)
        .bind("workspace", workspace.value())
        .bindArray("ids", Long.class, groups.stream().map(UsergroupId::value).toArray())
        .map((row, _) -> view(workspace, row))
        .list();
  }

  Optional<UsergroupView> inBatch(Batch batch, WorkspaceId workspace, UsergroupId group)
      throws SQLException {
    return batch
        .query(SELECT_IN_BATCH, row -> view(workspace, row), workspace.value(), group.value())
        .stream()
        .findFirst();
  }

  /// The members of a channel whom a message addresses by naming groups.
  public static Set<UserId> addressed(
      Handle handle,
      WorkspaceId workspace,
      ChannelId channel,
      Collection<UsergroupId> groups,
      int limit) {
    return handle
        .createQuery(SELECT_ADDRESSED)
        .bind("workspace", workspace.value())
        .bind("channel", channel.value())
        .bindArray("ids", Long.class, groups.stream().map(UsergroupId::value).toArray())
        .bind("limit", limit)
        .map((row, _) -> new UserId(row.getLong(1)))
        .collectIntoSet();
  }

  static byte[] place(WorkspaceId workspace, UsergroupId group) {
    return Sealer.place("usergroup.description", workspace.value(), group.value());
  }

  private UsergroupView view(WorkspaceId workspace, ResultSet row) throws SQLException {
    UsergroupId id = new UsergroupId(row.getLong("id"));
    byte[] description = row.getBytes("description");
    return new UsergroupView(
        workspace,
        id,
        row.getString("name"),
        row.getString("handle"),
        description == null ? "" : keys.of(workspace).openText(description, place(workspace, id)),
        ids(row, "channels", ChannelId::new),
        ids(row, "users", UserId::new),
        stamp(row, "created"),
        stamp(row, "updated"),
        row.getTimestamp("deleted_at") == null ? null : stamp(row, "deleted"));
  }

  private static Stamp stamp(ResultSet row, String what) throws SQLException {
    return new Stamp(
        new UserId(row.getLong(what + "_by")), row.getTimestamp(what + "_at").toInstant());
  }

  private static <T> List<T> ids(ResultSet row, String column, LongFunction<T> id)
      throws SQLException {
    return Arrays.stream((Long[]) row.getArray(column).getArray())
        .map(number -> id.apply(number))
        .toList();
  }
}
