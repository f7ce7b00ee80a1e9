package dev.parley.core.star;

import dev.parley.core.access.ChannelAccess;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.MessageTs;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.storage.TenantDatabase;
import dev.parley.storage.writer.CommitLoop;
import dev.parley.storage.writer.Outcome;

/// What people save for later. Blocks until a change is durable; run it on virtual threads.
public final class StarService {
  private final TenantDatabase database;
  private final CommitLoop commits;
  private final ChannelAccess access;

  public StarService(TenantDatabase database, CommitLoop commits, ChannelAccess access) {
    this.database = database;
    this.commits = commits;
    this.access = access;
  }

  /// Saves a message, or a whole conversation, that the person may see.
  ///
  /// @param ts the message, or [MessageTs#ZERO] for the conversation
  /// @throws Refusal `channel_not_found`, `message_not_found`, `already_starred`
  public void add(WorkspaceId workspace, UserId user, ChannelId channel, MessageTs ts) {
    var _ = database.read(workspace, handle -> access.visible(handle, workspace, user, channel));
    var _ = Outcome.await(commits.submit(new StarItem(workspace, user, channel, ts, true)));
  }

  /// Saves it no more, also if it cannot be seen any more.
  ///
  /// @throws Refusal `not_starred`
  public void remove(WorkspaceId workspace, UserId user, ChannelId channel, MessageTs ts) {
    var _ = Outcome.await(commits.submit(new StarItem(workspace, user, channel, ts, false)));
  }
}
