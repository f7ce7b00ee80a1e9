package dev.parley.core.message;

import dev.parley.core.body.MessageBody;
import dev.parley.core.event.Effect;
import dev.parley.core.event.EventType;
import dev.parley.core.event.MessagePublications;
import dev.parley.core.event.ThreadState;
import dev.parley.core.message.Post.Posted;
import dev.parley.core.thread.ThreadKey;
import dev.parley.core.thread.ThreadRoot;
import dev.parley.core.thread.ThreadRows;
import dev.parley.kernel.MessageTs;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.StreamKey;
import dev.parley.protocol.view.MessageView;
import dev.parley.protocol.view.PostingView;
import dev.parley.protocol.view.ThreadView;
import dev.parley.storage.keys.WorkspaceKeys;
import dev.parley.storage.writer.Batch;
import dev.parley.storage.writer.ChangeKind;
import dev.parley.storage.writer.EventFact;
import dev.parley.storage.writer.Head;
import dev.parley.storage.writer.Item;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Commits posts: checks membership and repetition in the transaction, then writes messages, read
/// markers and mentions set by set. Runs on commit threads.
public final class PostKind implements ChangeKind<Post, Posted> {
  private static final long REPEATABLE_MICROS = Duration.ofDays(7).toMillis() * 1_000;

  /// Guests do not know of channels they are not in. Deleted messages are counted only where
  /// something after the marker may be unread.
  private static final String ADMIT =
      """
      select i.n, m.user_id is not null as is_member, c.is_private or u.role = 5,
             c.archived_at is not null, u.deactivated_at is not null,
             u.role <= case when i.r then c.reply_role else c.posting_role end or
               not i.r and i.u = any(c.posters) as may_post,
             c.reply_role, m.read_no, m.read_version,
             case when m.read_no < i.h then
               (select count(*) from message t
                 where t.workspace_id = i.w and t.channel_id = i.c
                   and t.deleted_ts is not null and t.message_no > m.read_no)
             else 0 end,
             (select x.ts from message x
               where x.workspace_id = i.w and x.channel_id = i.c and x.user_id = i.u
                 and x.client_msg_id = i.k and x.ts > ? limit 1)
        from unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::uuid[], ?::integer[], ?::boolean[])
             with ordinality as i(w, c, u, k, h, r, n)
        left join channel c on c.workspace_id = i.w and c.id = i.c
        left join membership m
          on m.workspace_id = i.w and m.channel_id = i.c and m.user_id = i.u
        left join user_account u on u.workspace_id = i.w and u.id = i.u
      """;

  private static final String WRITE =
      """
      with moved as (
        update membership m
           set read_ts = i.ts, read_no = i.no
          from unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::integer[])
            as i(w, c, u, ts, no)
         where m.workspace_id = i.w and m.channel_id = i.c and m.user_id = i.u)
      insert into message (workspace_id, channel_id, ts, user_id, message_no, client_msg_id, body,
                           subtype, thread_ts, related_user, reply_no)
      select w, c, ts, u, nullif(no, 0), k, b, s, nullif(t, 0), nullif(r, 0), rn
        from unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::integer[], ?::uuid[],
                    ?::bytea[], ?::smallint[], ?::bigint[], ?::bigint[], ?::integer[])
          as i(w, c, ts, u, no, k, b, s, t, r, rn)
      """;

  private final WorkspaceKeys keys;

  public PostKind(WorkspaceKeys keys) {
    this.keys = keys;
  }

  @Override
  public Class<Post> type() {
    return Post.class;
  }

  @Override
  public void commit(Batch batch, List<Item<Post, Posted>> items) throws SQLException {
    AuthorMarkers markers = new AuthorMarkers();
    admit(batch, items, markers);
    ThreadRows threads = new ThreadRows(batch);
    admitReplies(Item.open(items), threads);
    List<Item<Post, Posted>> open = Item.open(items);
    if (!open.isEmpty()) {
      write(batch, open, markers, threads);
    }
  }

  private static void admitReplies(List<Item<Post, Posted>> items, ThreadRows threads)
      throws SQLException {
    List<Item<Post, Posted>> replies =
        items.stream().filter(item -> item.change().thread() != null).toList();
    threads.read(replies.stream().map(item -> replier(item.change())).toList());
    for (Item<Post, Posted> item : replies) {
      ThreadRoot root = threads.root(replier(item.change()).thread());
      if (root == null || !root.mayBeAnswered()) {
        item.refuse(new Refusal("cannot_reply_to_message"));
      }
    }
  }

  private static ThreadRows.Person replier(Post post) {
    Post.Answer thread = Objects.requireNonNull(post.thread());
    return new ThreadRows.Person(
        new ThreadKey(post.workspace(), post.channel(), thread.root()), post.author());
  }

  private static void admit(Batch batch, List<Item<Post, Posted>> items, AuthorMarkers markers)
      throws SQLException {
    try (PreparedStatement statement = batch.connection().prepareStatement(ADMIT)) {
      statement.setLong(1, batch.nowMicros() - REPEATABLE_MICROS);
      statement.setArray(2, batch.bigints(longs(items, post -> post.workspace().value())));
      statement.setArray(3, batch.bigints(longs(items, post -> post.channel().value())));
      statement.setArray(4, batch.bigints(longs(items, post -> post.author().value())));
      statement.setArray(
          5, batch.array("uuid", items.stream().map(i -> i.change().clientMsgId()).toArray()));
      statement.setArray(6, batch.bigints(longs(items, post -> head(batch, post).messageNumber())));
      statement.setArray(
          7, batch.array("bool", items.stream().map(i -> !i.change().isInChannel()).toArray()));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          admit(items.get(rows.getInt(1) - 1), rows, markers);
        }
      }
    }
  }

  private static void admit(Item<Post, Posted> item, ResultSet row, AuthorMarkers markers)
      throws SQLException {
    long firstTs = row.getLong(11);
    boolean isPrivate = row.getBoolean(3);
    boolean isThere = !row.wasNull();
    boolean isMember = row.getBoolean(2);
    if (!isMember && !(isThere && item.change().by().reach().covers(isPrivate))) {
      boolean known = isThere && !isPrivate;
      item.refuse(new Refusal(known ? "not_in_channel" : "channel_not_found"));
    } else if (firstTs > 0) {
      item.answer(new Posted(new MessageTs(firstTs), null));
    } else if (row.getBoolean(4)) {
      item.refuse(new Refusal("is_archived"));
    } else if (row.getBoolean(5)) {
      item.refuse(new Refusal("account_inactive"));
    } else if (!row.getBoolean(6)) {
      boolean canReply = row.getInt(7) == PostingView.Level.EVERYBODY.role();
      item.refuse(new Refusal(PostingView.code(!item.change().isInChannel(), canReply)));
    } else if (isMember) {
      markers.read(item.change(), row.getInt(8), row.getInt(9), row.getInt(10));
    }
  }

  private static Head head(Batch batch, Post post) {
    return batch.head(StreamKey.of(post.workspace(), post.channel()));
  }

  private void write(
      Batch batch, List<Item<Post, Posted>> items, AuthorMarkers markers, ThreadRows threads)
      throws SQLException {
    List<MessageView> messages = new ArrayList<>(items.size());
    List<byte[]> bodies = new ArrayList<>(items.size());
    List<Integer> replyNumbers = new ArrayList<>(items.size());
    MentionRows mentions = new MentionRows(batch);
    for (Item<Post, Posted> item : items) {
      Post post = item.change();
      Head head = head(batch, post);
      int newest = head.messageNumber();
      MessageTs ts = head.nextTs(batch.nowMicros(head.stream()));
      int number = post.isInChannel() ? head.nextMessageNumber() : 0;
      ThreadRoot root = post.thread() == null ? null : threads.root(replier(post).thread());
      int reply = root == null ? 0 : threads.add(replier(post), ts, post.mentions().people());
      replyNumbers.add(reply);
      MessageView message = view(post, ts, number, reply);
      messages.add(message);
      bodies.add(
          MessageBody.seal(
              post.content(), keys.of(post.workspace()), post.workspace(), post.channel(), ts, 0));
      Effect effect = Effect.addressing(false, post.mentions().everybody(), post.author());
      int read = number == 0 ? -1 : markers.move(post, newest, ts, number);
      append(batch, head, message, read < 0 ? effect : effect.readBy(post.author(), read), root);
      mentions.add(post, ts);
      item.answer(new Posted(ts, message));
    }
    insert(batch, messages, bodies, replyNumbers, markers);
    threads.write();
    mentions.write();
  }

  /// @param reply its number among the replies of its thread, or 0
  private static MessageView view(Post post, MessageTs ts, int number, int reply) {
    Post.Answer answer = post.thread();
    return new MessageView(
        post.workspace(),
        post.channel(),
        ts,
        post.author(),
        post.content(),
        number,
        post.subtype(),
        null,
        post.clientMsgId(),
        null,
        0,
        answer == null ? null : new ThreadView.Reply(answer.root(), answer.rootAuthor(), reply),
        List.of(),
        false);
  }

  /// @param root what a reply answers; asked for its counts when the batch is complete
  private static void append(
      Batch batch, Head head, MessageView message, Effect effect, @Nullable ThreadRoot root) {
    EventFact fact =
        new EventFact(
            EventType.MESSAGE.number(),
            message.user().value(),
            message.ts().micros(),
            effect.subject(),
            effect.reader() == null ? 0 : effect.version() + 1L);
    var _ =
        batch.append(
            head,
            fact,
            offset ->
                MessagePublications.posted(
                    offset,
                    message,
                    effect,
                    root != null && message.thread() instanceof ThreadView.Reply reply
                        ? new ThreadState(reply.root(), root.view(), reply.number())
                        : null));
  }

  private static void insert(
      Batch batch,
      List<MessageView> messages,
      List<byte[]> bodies,
      List<Integer> replyNumbers,
      AuthorMarkers markers)
      throws SQLException {
    try (PreparedStatement statement = batch.connection().prepareStatement(WRITE)) {
      markers.bind(batch, statement, 1);
      statement.setArray(
          6, batch.bigints(messages.stream().mapToLong(m -> m.workspace().value()).toArray()));
      statement.setArray(
          7, batch.bigints(messages.stream().mapToLong(m -> m.channel().value()).toArray()));
      statement.setArray(
          8, batch.bigints(messages.stream().mapToLong(m -> m.ts().micros()).toArray()));
      statement.setArray(
          9, batch.bigints(messages.stream().mapToLong(m -> m.user().value()).toArray()));
      statement.setArray(
          10, batch.bigints(messages.stream().mapToLong(MessageView::number).toArray()));
      statement.setArray(
          11, batch.array("uuid", messages.stream().map(MessageView::clientMsgId).toArray()));
      statement.setArray(12, batch.array("bytea", bodies.toArray(byte[][]::new)));
      statement.setArray(
          13, batch.array("int2", messages.stream().map(m -> m.subtype().number()).toArray()));
      statement.setArray(
          14, batch.bigints(messages.stream().mapToLong(m -> rootOf(m).micros()).toArray()));
      statement.setArray(
          15, batch.bigints(messages.stream().mapToLong(PostKind::rootAuthorOf).toArray()));
      statement.setArray(16, batch.array("int4", replyNumbers.toArray()));
      statement.execute();
    }
  }

  private static MessageTs rootOf(MessageView message) {
    MessageTs root = message.repliesTo();
    return root == null ? MessageTs.ZERO : root;
  }

  private static long rootAuthorOf(MessageView message) {
    return message.thread() instanceof ThreadView.Reply reply ? reply.rootAuthor().value() : 0;
  }

  private static long[] longs(
      List<Item<Post, Posted>> items, java.util.function.ToLongFunction<Post> number) {
    return items.stream().mapToLong(item -> number.applyAsLong(item.change())).toArray();
  }
}
