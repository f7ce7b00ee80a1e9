package dev.parley.core.scheduled;

import dev.parley.core.body.MessageBody;
import dev.parley.core.message.Reach;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.MessageTs;
import dev.parley.kernel.ScheduledId;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.storage.keys.Sealer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// Rows of messages that are to be posted later. Within a tenant transaction.
final class ScheduledMessageStore {
  private static final String COLUMNS =
      """
      s.id, s.channel_id, s.user_id, s.post_at, s.created_at, s.client_msg_id, s.thread_ts,
      s.is_broadcast, s.body, s.reaches_public
      """;

  static final String INSERT =
      """
      insert into scheduled_message (workspace_id, id, channel_id, user_id, post_at, created_at,
                                     client_msg_id, thread_ts, is_broadcast, body,
                                     reaches_public)
      values (:workspace, :id, :channel, :user, :due, :created, :key, nullif(:thread, 0),
              :broadcast, :body, :public)
      """;

  static final String SELECT_ONE =
      "select "
          + COLUMNS
          + """
             from scheduled_message s where s.workspace_id = :workspace and s.id = :id
          """;

  /// What has begun to be posted is not listed any more.
  static final String SELECT_MINE =
      "select "
          + COLUMNS
          + """
             from scheduled_message s
             join due_item d on d.workspace_id = s.workspace_id and d.id = s.id
            where s.workspace_id = :workspace and s.user_id = :user and s.id > :after
              and d.begun_at is null
              and (:channel = 0 or s.channel_id = :channel)
              and s.post_at between to_timestamp(:from) and to_timestamp(:until)
            order by s.id limit :limit
          """;

  static final String SELECT_TIMES =
      """
      select post_at from scheduled_message
       where workspace_id = :workspace and channel_id = :channel
         and post_at > to_timestamp(:from) and post_at < to_timestamp(:until)
       order by post_at
      """;

  /// Whoever schedules for a channel waits for who is at it.
  private static final String LOCK_CHANNEL = "select pg_advisory_xact_lock(:channel)";

  static final String DELETE =
      """
      delete from scheduled_message where workspace_id = :workspace and id = :id
      """;

  private final Handle handle;
  private final WorkspaceId workspace;
  private final Sealer sealer;

  ScheduledMessageStore(Handle handle, WorkspaceId workspace, Sealer sealer) {
    this.handle = handle;
    this.workspace = workspace;
    this.sealer = sealer;
  }

  void insert(ScheduledMessage message) {
    var _ =
        handle
            .createUpdate(INSERT)
            .bind("workspace", workspace.value())
            .bind("id", message.id().value())
            .bind("channel", message.channel().value())
            .bind("user", message.author().value())
            .bind("due", message.postAt())
            .bind("created", message.created())
            .bind("key", message.clientMsgId())
            .bind("thread", message.thread() == null ? 0L : message.thread().micros())
            .bind("broadcast", message.isBroadcast())
            .bind("public", message.reach() == Reach.PUBLIC)
            .bind("body", MessageBody.sealAt(message.content(), sealer, place(message.id())))
            .execute();
  }

  Optional<ScheduledMessage> find(ScheduledId id) {
    return handle
        .createQuery(SELECT_ONE)
        .bind("workspace", workspace.value())
        .bind("id", id.value())
        .map((row, _) -> map(row))
        .findOne();
  }

  /// Which of somebody's messages to give.
  ///
  /// @param channel its number, or 0 for all
  /// @param oldest earliest time, seconds since 1970
  /// @param latest latest time, seconds since 1970
  /// @param after number of the last one that was seen, or 0
  record Wanted(UserId user, long channel, double oldest, double latest, long after, int limit) {}

  List<ScheduledMessage> list(Wanted wanted) {
    return handle
        .createQuery(SELECT_MINE)
        .bind("workspace", workspace.value())
        .bind("user", wanted.user().value())
        .bind("channel", wanted.channel())
        .bind("from", wanted.oldest())
        .bind("until", wanted.latest())
        .bind("after", wanted.after())
        .bind("limit", wanted.limit())
        .map((row, _) -> map(row))
        .list();
  }

  /// When messages go to a channel, about a time, in order. Holds off others who schedule for it
  /// until the transaction ends.
  List<Instant> timesAbout(ChannelId channel, Instant time, Duration within) {
    var _ =
        handle
            .createQuery(LOCK_CHANNEL)
            .bind("channel", channel.value())
            .map((_, _) -> true)
            .list();
    return handle
        .createQuery(SELECT_TIMES)
        .bind("workspace", workspace.value())
        .bind("channel", channel.value())
        .bind("from", (double) time.minus(within).getEpochSecond())
        .bind("until", (double) time.plus(within).getEpochSecond())
        .map((row, _) -> row.getTimestamp(1).toInstant())
        .list();
  }

  void delete(ScheduledId id) {
    var _ =
        handle
            .createUpdate(DELETE)
            .bind("workspace", workspace.value())
            .bind("id", id.value())
            .execute();
  }

  private byte[] place(ScheduledId id) {
    return Sealer.place("scheduled_message.body", workspace.value(), id.value());
  }

  private ScheduledMessage map(ResultSet row) throws SQLException {
    ScheduledId id = new ScheduledId(row.getLong(1));
    long thread = row.getLong(7);
    return new ScheduledMessage(
        id,
        new ChannelId(row.getLong(2)),
        new UserId(row.getLong(3)),
        row.getTimestamp(4).toInstant(),
        row.getTimestamp(5).toInstant(),
        row.getObject(6, UUID.class),
        row.getBoolean(10) ? Reach.PUBLIC : Reach.OWN,
        thread == 0 ? null : new MessageTs(thread),
        row.getBoolean(8),
        MessageBody.openAt(sealer, row.getBytes(9), place(id)));
  }
}
