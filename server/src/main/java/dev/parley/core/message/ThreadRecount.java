package dev.parley.core.message;

import dev.parley.core.event.ThreadState;
import dev.parley.core.thread.ThreadKey;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.MessageTs;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.view.ThreadView;
import dev.parley.storage.writer.Batch;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Counts the replies of threads anew that a batch deletes from. Belongs to one commit thread.
final class ThreadRecount {
  private static final String RECOUNT =
      """
      with k as (select distinct w, c, t from unnest(?::bigint[], ?::bigint[], ?::bigint[])
                   as i(w, c, t)),
      r as (select k.w, k.c, k.t, count(m.ts) as n, max(m.ts) as latest,
                   count(distinct m.user_id) as authors
              from k left join message m on m.workspace_id = k.w and m.channel_id = k.c
                   and m.thread_ts = k.t and m.ts <> k.t and m.deleted_ts is null
             group by k.w, k.c, k.t)
      update message m
         set reply_count = r.n, latest_reply = r.latest, reply_users_count = r.authors,
             reply_users = (
               select array_agg(a.user_id order by a.since)
                 from (select x.user_id, min(x.ts) as since from message x
                        where x.workspace_id = r.w and x.channel_id = r.c and x.thread_ts = r.t
                          and x.ts <> r.t and x.deleted_ts is null
                        group by x.user_id order by since limit 5) a)
        from r
       where m.workspace_id = r.w and m.channel_id = r.c and m.ts = r.t
      returning m.workspace_id, m.channel_id, m.ts, m.thread_ts, m.related_user, m.reply_no,
                m.reply_count, m.reply_users_count, m.reply_users, m.latest_reply
      """;

  private static final String FORGET =
      """
      update thread_follower f set replies = f.replies - i.n
        from (select w, c, t, u, count(*)::integer as n
                from unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[]) as k(w, c, t, u)
               group by w, c, t, u) i
       where f.workspace_id = i.w and f.channel_id = i.c and f.thread_ts = i.t and f.user_id = i.u
      """;

  private final Batch batch;
  private final List<ThreadKey> threads = new ArrayList<>();
  private final List<UserId> authors = new ArrayList<>();
  private final Map<ThreadKey, ThreadView.Root> counts = new HashMap<>();

  ThreadRecount(Batch batch) {
    this.batch = batch;
  }

  /// A reply is deleted.
  ///
  /// @return the thread as it is when the batch is written
  Supplier<@Nullable ThreadState> without(
      MessageTarget target, ThreadView.Reply reply, UserId author) {
    ThreadKey thread = new ThreadKey(target.workspace(), target.channel(), reply.root());
    threads.add(thread);
    authors.add(author);
    return () -> {
      ThreadView.Root now = counts.get(thread);
      return now == null ? null : new ThreadState(reply.root(), now, reply.number());
    };
  }

  /// The thread of a root as it is when the batch is written, given how it was before.
  ThreadState after(MessageTarget target, MessageTs root, ThreadView.Root before) {
    ThreadKey thread = new ThreadKey(target.workspace(), target.channel(), root);
    return new ThreadState(root, counts.getOrDefault(thread, before), 0);
  }

  /// Counts. The deletions must be written before.
  void write() throws SQLException {
    if (threads.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = batch.connection().prepareStatement(RECOUNT)) {
      bind(statement);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          if (ThreadColumns.read(rows, 3) instanceof ThreadView.Root root) {
            counts.put(
                new ThreadKey(
                    new WorkspaceId(rows.getLong(1)),
                    new ChannelId(rows.getLong(2)),
                    new MessageTs(rows.getLong(3))),
                root);
          }
        }
      }
    }
    try (PreparedStatement statement = batch.connection().prepareStatement(FORGET)) {
      bind(statement);
      statement.setArray(4, batch.bigints(authors.stream().mapToLong(UserId::value).toArray()));
      statement.execute();
    }
  }

  private void bind(PreparedStatement statement) throws SQLException {
    statement.setArray(
        1, batch.bigints(threads.stream().mapToLong(t -> t.workspace().value()).toArray()));
    statement.setArray(
        2, batch.bigints(threads.stream().mapToLong(t -> t.channel().value()).toArray()));
    statement.setArray(
        3, batch.bigints(threads.stream().mapToLong(t -> t.root().micros()).toArray()));
  }
}
