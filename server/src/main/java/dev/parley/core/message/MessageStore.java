package dev.parley.core.message;

import dev.parley.core.access.Actor;
import dev.parley.core.body.MessageBody;
import dev.parley.core.message.MessageReader.Span;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.MessageTs;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.view.MessageView;
import dev.parley.storage.keys.Sealer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/// The SQL that reads messages. Every call is within a tenant transaction.
final class MessageStore {
  /// In the order in which [#map] reads them.
  private static final String COLUMNS =
      "ts, user_id, message_no, subtype, related_user, client_msg_id, body, revision, edited_ts,"
          + " edited_by";

  static final String SELECT_BEFORE =
      "select "
          + COLUMNS
          + """
             from message
            where workspace_id = :workspace and channel_id = :channel and ts < :ts
              and deleted_ts is null and (thread_ts is null or thread_ts = ts)
            order by ts desc limit :limit
          """;

  static final String SELECT_AFTER =
      "select "
          + COLUMNS
          + """
             from message
            where workspace_id = :workspace and channel_id = :channel and ts > :ts
              and deleted_ts is null and (thread_ts is null or thread_ts = ts)
            order by ts limit :limit
          """;

  static final String SELECT_READABLE =
      "select "
          + COLUMNS
          + """
             from message
            where workspace_id = :workspace and channel_id = :channel
              and ts > :oldest and ts < :latest
              and deleted_ts is null and (thread_ts is null or thread_ts = ts)
              and (exists (select 1 from membership a
                            where a.workspace_id = :workspace and a.channel_id = :channel
                              and a.user_id = :reader)
                   or (:public and exists (select 1 from channel c
                                            where c.workspace_id = :workspace and c.id = :channel
                                              and not c.is_private)))
            order by ts desc limit :limit
          """;

  static final String SELECT_SOME =
      "select "
          + COLUMNS
          + """
             from message
            where workspace_id = :workspace and channel_id = :channel and ts = any(:tss)
              and deleted_ts is null
            order by ts
          """;

  static final String SELECT_NUMBERS =
      """
      select ts, coalesce(message_no, 0) as message_no
        from message
       where workspace_id = :workspace and channel_id = :channel and ts = any(:tss)
      """;

  static final String SELECT_MENTIONED =
      """
      select user_id from mention
       where workspace_id = :workspace and channel_id = :channel and ts = :ts and user_id <> 0
      """;

  static final String SELECT_MEMBERS_OF =
      """
      select user_id from membership
       where workspace_id = :workspace and channel_id = :channel and user_id = any(:users)
      """;

  private final Handle handle;
  private final WorkspaceId workspace;
  private final Sealer sealer;

  MessageStore(Handle handle, WorkspaceId workspace, Sealer sealer) {
    this.handle = handle;
    this.workspace = workspace;
    this.sealer = sealer;
  }

  /// The newest messages before a `ts`, newest first.
  List<MessageView> before(ChannelId channel, MessageTs ts, int limit) {
    return page(SELECT_BEFORE, channel, ts, limit);
  }

  /// The oldest messages after a `ts`, oldest first.
  List<MessageView> after(ChannelId channel, MessageTs ts, int limit) {
    return page(SELECT_AFTER, channel, ts, limit);
  }

  /// The newest messages of a span, newest first; none if the reader may not read the channel.
  List<MessageView> readable(ChannelId channel, Actor reader, Span span) {
    return handle
        .createQuery(SELECT_READABLE)
        .bind("workspace", workspace.value())
        .bind("channel", channel.value())
        .bind("reader", reader.user().value())
        .bind("public", !reader.isBot())
        .bind("oldest", span.oldest().micros())
        .bind("latest", span.latest().micros())
        .bind("limit", span.limit())
        .map(mapper(channel))
        .list();
  }

  /// Those of some messages that are still there, oldest first.
  List<MessageView> some(ChannelId channel, Collection<MessageTs> tss) {
    return handle
        .createQuery(SELECT_SOME)
        .bind("workspace", workspace.value())
        .bind("channel", channel.value())
        .bindArray("tss", Long.class, tss.stream().map(MessageTs::micros).toArray())
        .map(mapper(channel))
        .list();
  }

  /// Those of some messages that exist or existed, with their numbers.
  List<NumberedTs> numbers(ChannelId channel, Collection<MessageTs> tss) {
    return handle
        .createQuery(SELECT_NUMBERS)
        .bind("workspace", workspace.value())
        .bind("channel", channel.value())
        .bindArray("tss", Long.class, tss.stream().map(MessageTs::micros).toArray())
        .map((row, _) -> new NumberedTs(new MessageTs(row.getLong(1)), row.getInt(2)))
        .list();
  }

  /// A message's id and number; number 0 if it has none.
  record NumberedTs(MessageTs ts, int number) {}

  /// People who have a mention row for a message.
  Set<UserId> mentioned(ChannelId channel, MessageTs ts) {
    return handle
        .createQuery(SELECT_MENTIONED)
        .bind("workspace", workspace.value())
        .bind("channel", channel.value())
        .bind("ts", ts.micros())
        .map((row, _) -> new UserId(row.getLong(1)))
        .set();
  }

  /// Those of some people who are in a channel.
  Set<UserId> membersAmong(ChannelId channel, Set<UserId> users) {
    if (users.isEmpty()) {
      return Set.of();
    }
    return new HashSet<>(
        handle
            .createQuery(SELECT_MEMBERS_OF)
            .bind("workspace", workspace.value())
            .bind("channel", channel.value())
            .bindArray("users", Long.class, users.stream().map(UserId::value).toArray())
            .map((row, _) -> new UserId(row.getLong(1)))
            .list());
  }

  private List<MessageView> page(String sql, ChannelId channel, MessageTs ts, int limit) {
    return handle
        .createQuery(sql)
        .bind("workspace", workspace.value())
        .bind("channel", channel.value())
        .bind("ts", ts.micros())
        .bind("limit", limit)
        .map(mapper(channel))
        .list();
  }

  private RowMapper<MessageView> mapper(ChannelId channel) {
    return (row, _) -> map(row, channel);
  }

  private MessageView map(ResultSet row, ChannelId channel) throws SQLException {
    MessageTs ts = new MessageTs(row.getLong(1));
    UserId user = new UserId(row.getLong(2));
    MessageView.Subtype subtype = MessageView.Subtype.ofNumber(row.getShort(4));
    int revision = row.getInt(8);
    byte[] body = row.getBytes(7);
    long related = row.getLong(5);
    UserId other = related == 0 ? null : new UserId(related);
    String text =
        body == null
            ? MessageView.lineText(subtype, user, other)
            : MessageBody.open(sealer, body, workspace, channel, ts, revision).text();
    long editor = row.getLong(10);
    return new MessageView(
        workspace,
        channel,
        ts,
        user,
        text,
        row.getInt(3),
        subtype,
        other,
        row.getObject(6, UUID.class),
        editor == 0
            ? null
            : new MessageView.Edit(new UserId(editor), new MessageTs(row.getLong(9))),
        revision);
  }
}
