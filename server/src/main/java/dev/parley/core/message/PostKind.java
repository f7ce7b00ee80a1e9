package dev.parley.core.message;

import dev.parley.core.event.Effect;
import dev.parley.core.event.EventPublications;
import dev.parley.core.event.EventType;
import dev.parley.core.message.Post.Posted;
import dev.parley.kernel.MessageTs;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.StreamKey;
import dev.parley.protocol.view.MessageView;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Commits posts: checks membership and repetition in the transaction, then writes messages, read
/// markers and mentions set by set. Runs on the commit loop's thread.
public final class PostKind implements ChangeKind<Post, Posted> {
  private static final long REPEATABLE_MICROS = Duration.ofDays(7).toMillis() * 1_000;

  private static final String ADMIT =
      """
      select i.n, m.user_id is not null as is_member, c.is_private, c.archived_at is not null,
             u.deactivated_at is not null, m.read_no, m.read_version,
             (select count(*) from message t
               where t.workspace_id = i.w and t.channel_id = i.c
                 and t.deleted_ts is not null and t.message_no > m.read_no),
             (select x.ts from message x
               where x.workspace_id = i.w and x.channel_id = i.c and x.user_id = i.u
                 and x.client_msg_id = i.k and x.ts > ? limit 1)
        from unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::uuid[])
             with ordinality as i(w, c, u, k, n)
        left join channel c on c.workspace_id = i.w and c.id = i.c
        left join membership m
          on m.workspace_id = i.w and m.channel_id = i.c and m.user_id = i.u
        left join user_account u on u.workspace_id = i.w and u.id = i.u
      """;

  private static final String INSERT =
      """
      insert into message (workspace_id, channel_id, ts, user_id, message_no, client_msg_id, body)
      select * from unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::integer[],
                           ?::uuid[], ?::bytea[])
      """;

  private static final String MOVE_MARKERS =
      """
      update membership m
         set read_ts = i.ts, read_no = i.no
        from unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::integer[])
          as i(w, c, u, ts, no)
       where m.workspace_id = i.w and m.channel_id = i.c and m.user_id = i.u
      """;

  private final WorkspaceKeys keys;

  public PostKind(WorkspaceKeys keys) {
    this.keys = keys;
  }

  @Override
  public Class<Post> type() {
    return Post.class;
  }

  /// An author's marker, as it stands within the batch.
  private static final class Marker {
    int number;
    int version;
    int deletedAfter;
    long movedTo;
  }

  /// What was read about a batch's posts: the marker per author and channel.
  private final Map<Object, Marker> markers = new HashMap<>();

  @Override
  public void admit(Batch batch, List<Item<Post, Posted>> items) throws SQLException {
    markers.clear();
    try (PreparedStatement statement = batch.connection().prepareStatement(ADMIT)) {
      statement.setLong(1, batch.nowMicros() - REPEATABLE_MICROS);
      statement.setArray(2, batch.bigints(longs(items, post -> post.workspace().value())));
      statement.setArray(3, batch.bigints(longs(items, post -> post.channel().value())));
      statement.setArray(4, batch.bigints(longs(items, post -> post.author().value())));
      statement.setArray(
          5, batch.array("uuid", items.stream().map(i -> i.change().clientMsgId()).toArray()));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          admit(items.get(rows.getInt(1) - 1), rows);
        }
      }
    }
  }

  private void admit(Item<Post, Posted> item, ResultSet row) throws SQLException {
    Post post = item.change();
    long firstTs = row.getLong(9);
    if (!row.getBoolean(2)) {
      boolean known = !row.getBoolean(3) && !row.wasNull();
      item.refuse(new Refusal(known ? "not_in_channel" : "channel_not_found"));
    } else if (firstTs > 0) {
      item.answer(new Posted(new MessageTs(firstTs), null));
    } else if (row.getBoolean(4)) {
      item.refuse(new Refusal("is_archived"));
    } else if (row.getBoolean(5)) {
      item.refuse(new Refusal("account_inactive"));
    } else {
      Marker marker = markers.computeIfAbsent(markerKey(post), _ -> new Marker());
      marker.number = row.getInt(6);
      marker.version = row.getInt(7);
      marker.deletedAfter = row.getInt(8);
    }
  }

  private static Object markerKey(Post post) {
    return List.of(post.workspace(), post.channel(), post.author());
  }

  @Override
  public void apply(Batch batch, List<Item<Post, Posted>> items) throws SQLException {
    List<MessageView> messages = new ArrayList<>(items.size());
    List<byte[]> bodies = new ArrayList<>(items.size());
    MentionRows mentions = new MentionRows(batch);
    for (Item<Post, Posted> item : items) {
      Post post = item.change();
      Head head = batch.head(StreamKey.of(post.workspace(), post.channel()));
      Marker marker = markers.get(markerKey(post));
      boolean nothingUnread =
          marker != null && head.messageNumber() - marker.number - marker.deletedAfter == 0;
      MessageTs ts = head.nextTs(batch.nowMicros());
      int number = head.nextMessageNumber();
      MessageView message = view(post, ts, number);
      messages.add(message);
      bodies.add(
          post.body().seal(keys.of(post.workspace()), post.workspace(), post.channel(), ts, 0));
      Effect effect = Effect.addressing(false, post.mentions().everybody());
      if (marker != null && nothingUnread) {
        marker.number = number;
        marker.deletedAfter = 0;
        marker.movedTo = ts.micros();
        effect = effect.readBy(post.author(), marker.version);
      }
      append(batch, head, message, effect);
      mentions.add(post, ts);
      item.answer(new Posted(ts, message));
    }
    insert(batch, messages, bodies);
    moveMarkers(batch, items);
    mentions.write();
  }

  private static MessageView view(Post post, MessageTs ts, int number) {
    return new MessageView(
        post.workspace(),
        post.channel(),
        ts,
        post.author(),
        post.body().text(),
        number,
        MessageView.Subtype.NONE,
        null,
        post.clientMsgId(),
        null,
        0);
  }

  private static void append(Batch batch, Head head, MessageView message, Effect effect) {
    EventFact fact =
        new EventFact(
            EventType.MESSAGE.number(),
            message.user().value(),
            message.ts().micros(),
            effect.subject(),
            effect.reader() == null ? 0 : effect.version() + 1L);
    var _ = batch.append(head, fact, offset -> EventPublications.message(offset, message, effect));
  }

  private static void insert(Batch batch, List<MessageView> messages, List<byte[]> bodies)
      throws SQLException {
    try (PreparedStatement statement = batch.connection().prepareStatement(INSERT)) {
      statement.setArray(
          1, batch.bigints(messages.stream().mapToLong(m -> m.workspace().value()).toArray()));
      statement.setArray(
          2, batch.bigints(messages.stream().mapToLong(m -> m.channel().value()).toArray()));
      statement.setArray(
          3, batch.bigints(messages.stream().mapToLong(m -> m.ts().micros()).toArray()));
      statement.setArray(
          4, batch.bigints(messages.stream().mapToLong(m -> m.user().value()).toArray()));
      statement.setArray(
          5, batch.bigints(messages.stream().mapToLong(MessageView::number).toArray()));
      statement.setArray(
          6, batch.array("uuid", messages.stream().map(MessageView::clientMsgId).toArray()));
      statement.setArray(7, batch.array("bytea", bodies.toArray(byte[][]::new)));
      statement.execute();
    }
  }

  private void moveMarkers(Batch batch, List<Item<Post, Posted>> items) throws SQLException {
    Map<Object, Post> moved = new HashMap<>();
    for (Item<Post, Posted> item : items) {
      Marker marker = markers.get(markerKey(item.change()));
      if (marker != null && marker.movedTo > 0) {
        moved.put(markerKey(item.change()), item.change());
      }
    }
    if (moved.isEmpty()) {
      return;
    }
    List<Post> posts = List.copyOf(moved.values());
    List<Marker> states = posts.stream().map(post -> markers.get(markerKey(post))).toList();
    try (PreparedStatement statement = batch.connection().prepareStatement(MOVE_MARKERS)) {
      statement.setArray(
          1, batch.bigints(posts.stream().mapToLong(p -> p.workspace().value()).toArray()));
      statement.setArray(
          2, batch.bigints(posts.stream().mapToLong(p -> p.channel().value()).toArray()));
      statement.setArray(
          3, batch.bigints(posts.stream().mapToLong(p -> p.author().value()).toArray()));
      statement.setArray(
          4, batch.bigints(states.stream().mapToLong(marker -> marker.movedTo).toArray()));
      statement.setArray(
          5, batch.bigints(states.stream().mapToLong(marker -> marker.number).toArray()));
      statement.execute();
    }
  }

  private static long[] longs(
      List<Item<Post, Posted>> items, java.util.function.ToLongFunction<Post> number) {
    return items.stream().mapToLong(item -> number.applyAsLong(item.change())).toArray();
  }
}
