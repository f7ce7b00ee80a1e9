package dev.parley.core.thread;

import dev.parley.core.access.ChannelAccess;
import dev.parley.kernel.MessageTs;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.UserId;
import dev.parley.storage.TenantDatabase;
import dev.parley.storage.writer.CommitLoop;
import dev.parley.storage.writer.Outcome;

/// Who follows threads and how far they read them. Blocks until a change is durable; run it on
/// virtual threads.
public final class ThreadService {
  private final TenantDatabase database;
  private final CommitLoop commits;
  private final ChannelAccess access;

  public ThreadService(TenantDatabase database, CommitLoop commits, ChannelAccess access) {
    this.database = database;
    this.commits = commits;
    this.access = access;
  }

  /// Begins or ends to follow a thread of a channel that the person is in.
  ///
  /// @throws Refusal `channel_not_found`, `not_in_channel`, `thread_not_found`
  public void follow(ThreadKey thread, UserId user, boolean following) {
    commit(new FollowThread(thread, user, following, null));
  }

  /// Notes how far somebody has read; never back.
  ///
  /// @throws Refusal `channel_not_found`, `not_in_channel`, `thread_not_found`
  public void mark(ThreadKey thread, UserId user, MessageTs read) {
    commit(new FollowThread(thread, user, null, read));
  }

  private void commit(FollowThread change) {
    ThreadKey thread = change.thread();
    var _ =
        database.read(
            thread.workspace(),
            handle -> access.joined(handle, thread.workspace(), change.user(), thread.channel()));
    var _ = Outcome.await(commits.submit(change));
  }
}
