package dev.parley.core.message;

import dev.parley.core.access.Actor;
import dev.parley.core.message.MessageReader.Span;
import dev.parley.core.message.MessageReader.Visible;
import dev.parley.core.reaction.ReactionReader;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.MessageTs;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.view.MessageView;
import dev.parley.protocol.view.ReactionView;
import dev.parley.protocol.view.ThreadView;
import dev.parley.storage.keys.Sealer;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/// The SQL that reads messages. Every call is within a tenant transaction.
final class MessageStore {
  private static final String COLUMNS = MessageMapper.COLUMNS;

  /// What is shown in the channel itself: no replies, unless they are meant for it too, and of what
  /// is deleted only that on which replies hang.
  private static final String IN_CHANNEL =
      """
              and (deleted_ts is null or reply_count > 0)
              and (thread_ts is null or thread_ts = ts or subtype = 8)
      """;

  static final String SELECT_BEFORE =
      "select "
          + COLUMNS
          + """
             from message
            where workspace_id = :workspace and channel_id = :channel and ts < :ts
          """
          + IN_CHANNEL
          + """
            order by ts desc limit :limit
          """;

  static final String SELECT_AFTER =
      "select "
          + COLUMNS
          + """
             from message
            where workspace_id = :workspace and channel_id = :channel and ts > :ts
          """
          + IN_CHANNEL
          + """
            order by ts limit :limit
          """;

  /// Each row also has how many messages are pinned to the channel.
  static final String SELECT_READABLE =
      "select "
          + COLUMNS
          + """
          , (select count(*) from message p
              where p.workspace_id = :workspace and p.channel_id = :channel
                and p.pinned_at is not null) as pin_count
             from message
            where workspace_id = :workspace and channel_id = :channel
              and ts > :oldest and ts < :latest
          """
          + IN_CHANNEL
          + """
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

  static final String SELECT_REPLIES =
      "select "
          + COLUMNS
          + """
             from message
            where workspace_id = :workspace and channel_id = :channel and thread_ts = :root
              and ts > :oldest and ts < :latest and ts <> :root and deleted_ts is null
            order by ts limit :limit
          """;

  static final String SELECT_REPLIES_BEFORE =
      "select "
          + COLUMNS
          + """
             from message
            where workspace_id = :workspace and channel_id = :channel and thread_ts = :root
              and ts < :ts and ts <> :root and deleted_ts is null
            order by ts desc limit :limit
          """;

  static final String SELECT_ROOT =
      "select "
          + COLUMNS
          + """
             from message
            where workspace_id = :workspace and channel_id = :channel
              and ts = (select coalesce(m.thread_ts, m.ts) from message m
                         where m.workspace_id = :workspace and m.channel_id = :channel
                           and m.ts = :ts)
              and (deleted_ts is null or reply_count > 0)
          """;

  static final String SELECT_TRACES =
      "select "
          + ThreadColumns.NAMES
          + """
          , coalesce(message_no, 0) as message_no, user_id as author
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
  Visible readable(ChannelId channel, Actor reader, Span span) {
    MessageMapper mapper = new MessageMapper(workspace, channel, sealer);
    AtomicInteger pins = new AtomicInteger();
    List<MessageView> messages =
        of(channel, SELECT_READABLE, span)
            .bind("reader", reader.user().value())
            .bind("public", !reader.isBot() && !reader.isGuest())
            .map(
                (row, context) -> {
                  pins.setPlain(row.getInt("pin_count"));
                  return mapper.map(row, context);
                })
            .list();
    return new Visible(reacted(channel, mapper, messages), pins.getPlain());
  }

  /// Those of some messages that are still there, oldest first.
  List<MessageView> some(ChannelId channel, Collection<MessageTs> tss) {
    return messages(channel, bindTs(of(channel, SELECT_SOME), tss));
  }

  /// Replies of a thread, oldest first.
  List<MessageView> replies(ChannelId channel, MessageTs root, Span span) {
    return messages(channel, of(channel, SELECT_REPLIES, span).bind("root", root.micros()));
  }

  /// The newest replies of a thread before a `ts`, newest first.
  List<MessageView> repliesBefore(ChannelId channel, MessageTs root, MessageTs ts, int limit) {
    return messages(
        channel,
        of(channel, SELECT_REPLIES_BEFORE)
            .bind("root", root.micros())
            .bind("ts", ts.micros())
            .bind("limit", limit));
  }

  /// The message that a reply answers, or that message itself; empty if it is not there.
  Optional<MessageView> root(ChannelId channel, MessageTs ts) {
    return messages(channel, of(channel, SELECT_ROOT).bind("ts", ts.micros())).stream().findFirst();
  }

  /// What is left of those of some messages that exist or existed.
  List<Trace> traces(ChannelId channel, Collection<MessageTs> tss) {
    return bindTs(of(channel, SELECT_TRACES), tss)
        .map(
            (row, _) ->
                new Trace(
                    new MessageTs(row.getLong(1)),
                    new UserId(row.getLong("author")),
                    row.getInt(9),
                    ThreadColumns.read(row, 1)))
        .list();
  }

  /// What stays of a message when it is deleted.
  ///
  /// @param number its number, or 0
  record Trace(MessageTs ts, UserId author, int number, @Nullable ThreadView thread) {}

  /// People who have a mention row for a message.
  Set<UserId> mentioned(ChannelId channel, MessageTs ts) {
    return of(channel, SELECT_MENTIONED)
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
        of(channel, SELECT_MEMBERS_OF)
            .bindArray("users", Long.class, users.stream().map(UserId::value).toArray())
            .map((row, _) -> new UserId(row.getLong(1)))
            .list());
  }

  private List<MessageView> page(String sql, ChannelId channel, MessageTs ts, int limit) {
    return messages(channel, of(channel, sql).bind("ts", ts.micros()).bind("limit", limit));
  }

  private Query of(ChannelId channel, String sql) {
    return handle
        .createQuery(sql)
        .bind("workspace", workspace.value())
        .bind("channel", channel.value());
  }

  private Query of(ChannelId channel, String sql, Span span) {
    return of(channel, sql)
        .bind("oldest", span.oldest().micros())
        .bind("latest", span.latest().micros())
        .bind("limit", span.limit());
  }

  private static Query bindTs(Query query, Collection<MessageTs> tss) {
    return query.bindArray("tss", Long.class, tss.stream().map(MessageTs::micros).toArray());
  }

  private List<MessageView> messages(ChannelId channel, Query query) {
    MessageMapper mapper = new MessageMapper(workspace, channel, sealer);
    return reacted(channel, mapper, query.map(mapper).list());
  }

  /// The same messages with what people put on them; costs a statement only if anybody did.
  private List<MessageView> reacted(
      ChannelId channel, MessageMapper mapper, List<MessageView> messages) {
    if (mapper.reacted().isEmpty()) {
      return messages;
    }
    Map<MessageTs, List<ReactionView>> reactions =
        ReactionReader.of(handle, workspace, channel, mapper.reacted());
    return messages.stream()
        .map(
            message -> {
              List<ReactionView> given = reactions.get(message.ts());
              return given == null ? message : message.withReactions(given);
            })
        .toList();
  }
}
