package dev.parley.core.pin;

import dev.parley.core.access.ChannelAccess;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.MessageTs;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.storage.TenantDatabase;
import dev.parley.storage.writer.CommitLoop;
import dev.parley.storage.writer.Outcome;

/// What people pin to channels. Blocks until a change is durable; run it on virtual threads.
public final class PinService {
  private final TenantDatabase database;
  private final CommitLoop commits;
  private final ChannelAccess access;

  public PinService(TenantDatabase database, CommitLoop commits, ChannelAccess access) {
    this.database = database;
    this.commits = commits;
    this.access = access;
  }

  /// Pins a message to its channel, in which the person is.
  ///
  /// @throws Refusal `channel_not_found`, `not_in_channel`, `is_archived`, `message_not_found`,
  ///     `not_pinnable`, `already_pinned`, `too_many_pins`
  public void pin(WorkspaceId workspace, ChannelId channel, MessageTs ts, UserId user) {
    commit(new PinMessage(workspace, channel, ts, user, true));
  }

  /// Takes a message down again, whoever pinned it.
  ///
  /// @throws Refusal `channel_not_found`, `not_in_channel`, `is_archived`, `message_not_found`,
  ///     `not_pinned`
  public void unpin(WorkspaceId workspace, ChannelId channel, MessageTs ts, UserId user) {
    commit(new PinMessage(workspace, channel, ts, user, false));
  }

  private void commit(PinMessage change) {
    var _ =
        database.read(
            change.workspace(),
            handle -> access.joined(handle, change.workspace(), change.user(), change.channel()));
    var _ = Outcome.await(commits.submit(change));
  }
}
