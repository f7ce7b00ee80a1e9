package dev.parley.core.thread;

import dev.parley.kernel.ChannelId;
import dev.parley.kernel.MessageTs;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.view.ThreadMarkerView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// Reads how people stand in threads, within a tenant transaction. Threads of channels that
/// somebody is not in do not exist for them.
public final class ThreadReader {
  private static final String COLUMNS =
      """
      f.channel_id, f.thread_ts, f.following, f.read_ts, f.read_no, reply_no,
      (select count(*) from message d
        where d.workspace_id = f.workspace_id and d.channel_id = f.channel_id
          and d.thread_ts = f.thread_ts and d.deleted_ts is not null and d.ts > f.read_ts
          and d.ts <> f.thread_ts) as deleted_after,
      h.head_offset
      """;

  private static final String JOINS =
      """
        join membership m on m.workspace_id = f.workspace_id and m.channel_id = f.channel_id
             and m.user_id = f.user_id
        join message r on r.workspace_id = f.workspace_id and r.channel_id = f.channel_id
             and r.ts = f.thread_ts
        join stream_head h on h.workspace_id = f.workspace_id and h.stream_id = f.channel_id
      """;

  static final String SELECT_SOME =
      "select "
          + COLUMNS
          + """
             from unnest(:channels, :roots) as k(c, t)
             join thread_follower f on f.workspace_id = :workspace and f.channel_id = k.c
                  and f.thread_ts = k.t and f.user_id = :user
          """
          + JOINS;

  /// Looks up the root of each thread that somebody follows. As a plain join the database takes
  /// those threads for very few, and reads all messages of all their channels to find the roots.
  static final String SELECT_MINE =
      "select "
          + COLUMNS
          + """
             from (
               select f.*, r.reply_no, r.latest_reply
                 from membership m
                 join thread_follower f on f.workspace_id = m.workspace_id
                      and f.channel_id = m.channel_id and f.user_id = m.user_id
                cross join lateral (
                      select reply_no, latest_reply
                        from message
                       where workspace_id = :workspace and channel_id = f.channel_id
                         and ts = f.thread_ts and reply_count > 0
                       limit 1) r
                where m.workspace_id = :workspace and m.user_id = :user and f.following
                order by r.latest_reply desc, f.thread_ts desc
                limit :limit) f
             join stream_head h on h.workspace_id = f.workspace_id and h.stream_id = f.channel_id
            order by f.latest_reply desc, f.thread_ts desc
          """;

  private ThreadReader() {}

  /// How somebody stands in those of some threads that they follow or followed.
  public static List<ThreadMarkerView> some(
      Handle handle, WorkspaceId workspace, UserId user, Collection<ThreadKey> threads) {
    return threads.isEmpty()
        ? List.of()
        : handle
            .createQuery(SELECT_SOME)
            .bind("workspace", workspace.value())
            .bind("user", user.value())
            .bindArray(
                "channels", Long.class, threads.stream().map(t -> t.channel().value()).toArray())
            .bindArray("roots", Long.class, threads.stream().map(t -> t.root().micros()).toArray())
            .map((row, _) -> map(row))
            .list();
  }

  /// The threads that somebody follows, that with the newest reply first.
  public static List<ThreadMarkerView> mine(
      Handle handle, WorkspaceId workspace, UserId user, int limit) {
    return handle
        .createQuery(SELECT_MINE)
        .bind("workspace", workspace.value())
        .bind("user", user.value())
        .bind("limit", limit)
        .map((row, _) -> map(row))
        .list();
  }

  private static ThreadMarkerView map(ResultSet row) throws SQLException {
    return new ThreadMarkerView(
        new ChannelId(row.getLong(1)),
        new MessageTs(row.getLong(2)),
        row.getBoolean(3),
        new MessageTs(row.getLong(4)),
        row.getInt(5),
        row.getInt(6),
        row.getInt(7),
        row.getLong(8));
  }
}
