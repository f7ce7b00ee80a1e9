package dev.parley.core.thread;

import dev.parley.core.thread.FollowThread.Followed;
import dev.parley.kernel.Refusal;
import dev.parley.storage.writer.Batch;
import dev.parley.storage.writer.SingleKind;
import java.sql.SQLException;
import java.util.List;

/// Commits following and reading of threads. Runs on commit threads.
public final class FollowThreadKind extends SingleKind<FollowThread, Followed> {
  private static final String WRITE =
      """
      insert into thread_follower as f
             (workspace_id, channel_id, thread_ts, user_id, following, read_ts, read_no)
      select r.workspace_id, r.channel_id, r.ts, k.user_id, coalesce(?::boolean, false),
             coalesce(x.ts, 0), coalesce(x.reply_no, 0)
        from message r
        join membership k on k.workspace_id = r.workspace_id and k.channel_id = r.channel_id
             and k.user_id = ?
        left join lateral (
               select y.ts, y.reply_no from message y
                where y.workspace_id = r.workspace_id and y.channel_id = r.channel_id
                  and y.thread_ts = r.ts and y.ts <> r.ts and y.ts <= ?
                order by y.ts desc limit 1) x on true
       where r.workspace_id = ? and r.channel_id = ? and r.ts = ?
         and (r.thread_ts is null or r.thread_ts = r.ts)
         and (r.deleted_ts is null or r.reply_count > 0)
      on conflict (workspace_id, channel_id, thread_ts, user_id) do update
         set following = coalesce(?::boolean, f.following),
             read_ts = greatest(f.read_ts, excluded.read_ts),
             read_no = greatest(f.read_no, excluded.read_no)
      """;

  public FollowThreadKind() {
    super(FollowThread.class);
  }

  @Override
  protected Followed apply(Batch batch, FollowThread change) throws SQLException {
    ThreadKey thread = change.thread();
    int rows =
        batch.update(
            WRITE,
            change.following(),
            change.user().value(),
            change.read() == null ? 0L : change.read().micros(),
            thread.workspace().value(),
            thread.channel().value(),
            thread.root().micros(),
            change.following());
    if (rows == 0) {
      throw new Refusal("thread_not_found");
    }
    ThreadMarkers.tell(batch, List.of(new ThreadRows.Person(thread, change.user())));
    return new Followed();
  }
}
