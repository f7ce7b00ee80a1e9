package dev.parley.core.message;

import dev.parley.kernel.MessageTs;
import dev.parley.kernel.UserId;
import dev.parley.protocol.view.MessageView;
import dev.parley.protocol.view.ThreadView;
import dev.parley.storage.writer.Batch;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A message's row as the commit loop finds it before changing it.
///
/// @param number its message number, or 0
/// @param thread how it belongs to a thread, or null
/// @param actorIsMember whether the one who wants to change it is in the channel
/// @param mentioned people who have a mention row
/// @param everybodyMentioned whether the whole channel has one
record StoredMessage(
    UserId author,
    int number,
    @Nullable UUID clientMsgId,
    int revision,
    boolean deleted,
    MessageView.Subtype subtype,
    @Nullable ThreadView thread,
    boolean actorIsMember,
    boolean archived,
    Set<UserId> mentioned,
    boolean everybodyMentioned) {

  /// Whether it is in a thread and not shown in the channel.
  boolean isInThreadOnly() {
    return thread instanceof ThreadView.Reply && subtype != MessageView.Subtype.THREAD_BROADCAST;
  }

  /// What it answers if it is in a thread only, else [MessageTs#ZERO].
  MessageTs threadOnly() {
    return isInThreadOnly() && thread instanceof ThreadView.Reply reply
        ? reply.root()
        : MessageTs.ZERO;
  }

  private static final String SELECT =
      """
      select i.n, m.user_id, m.message_no, m.client_msg_id, m.revision,
             m.deleted_ts is not null, m.subtype, a.user_id is not null,
             c.archived_at is not null,
             (select array_agg(x.user_id) from mention x
               where x.workspace_id = i.w and x.channel_id = i.c and x.ts = i.ts),
             m.ts, m.thread_ts, m.related_user, m.reply_no, m.reply_count, m.reply_users_count,
             m.reply_users, m.latest_reply
        from unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[])
             with ordinality as i(w, c, ts, actor, n)
        join message m on m.workspace_id = i.w and m.channel_id = i.c and m.ts = i.ts
        join channel c on c.workspace_id = i.w and c.id = i.c
        left join membership a
          on a.workspace_id = i.w and a.channel_id = i.c and a.user_id = i.actor
      """;

  /// Reads the rows of several messages, each with regard to an actor; null where there is none.
  static @Nullable StoredMessage[] read(
      Batch batch, List<MessageTarget> targets, List<UserId> actors) throws SQLException {
    @Nullable StoredMessage[] found = new @Nullable StoredMessage[targets.size()];
    try (PreparedStatement statement = batch.connection().prepareStatement(SELECT)) {
      statement.setArray(
          1, batch.bigints(targets.stream().mapToLong(t -> t.workspace().value()).toArray()));
      statement.setArray(
          2, batch.bigints(targets.stream().mapToLong(t -> t.channel().value()).toArray()));
      statement.setArray(
          3, batch.bigints(targets.stream().mapToLong(t -> t.ts().micros()).toArray()));
      statement.setArray(4, batch.bigints(actors.stream().mapToLong(UserId::value).toArray()));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found[rows.getInt(1) - 1] = map(rows);
        }
      }
    }
    return found;
  }

  private static StoredMessage map(ResultSet row) throws SQLException {
    Set<UserId> mentioned = new HashSet<>();
    boolean everybody = false;
    java.sql.Array array = row.getArray(10);
    if (array != null) {
      for (Long user : (Long[]) array.getArray()) {
        if (user == 0) {
          everybody = true;
        } else {
          mentioned.add(new UserId(user));
        }
      }
    }
    return new StoredMessage(
        new UserId(row.getLong(2)),
        row.getInt(3),
        row.getObject(4, UUID.class),
        row.getInt(5),
        row.getBoolean(6),
        MessageView.Subtype.ofNumber(row.getShort(7)),
        ThreadColumns.read(row, 11),
        row.getBoolean(8),
        row.getBoolean(9),
        mentioned,
        everybody);
  }
}
