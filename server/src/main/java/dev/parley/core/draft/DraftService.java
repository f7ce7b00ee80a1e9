package dev.parley.core.draft;

import dev.parley.core.access.ChannelAccess;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.MessageTs;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.view.DraftView;
import dev.parley.storage.TenantDatabase;
import dev.parley.storage.keys.WorkspaceKeys;
import dev.parley.storage.writer.CommitLoop;
import dev.parley.storage.writer.Outcome;
import java.util.List;

/// What people have begun to write. Calls block; run them on virtual threads.
public final class DraftService {
  /// The longest text, in characters.
  public static final int MAX_TEXT = 40_000;

  private static final int MOST = 500;

  private final TenantDatabase database;
  private final CommitLoop commits;
  private final ChannelAccess access;
  private final DraftReader reader;

  public DraftService(
      TenantDatabase database, CommitLoop commits, ChannelAccess access, WorkspaceKeys keys) {
    this.database = database;
    this.commits = commits;
    this.access = access;
    this.reader = new DraftReader(keys);
  }

  /// Keeps what somebody has begun to write; the last one wins.
  ///
  /// @param thread the root of the thread, or [MessageTs#ZERO] at top level
  /// @param text empty to keep nothing any more
  /// @throws Refusal `channel_not_found`, `not_in_channel`, `msg_too_long`
  public DraftView keep(
      WorkspaceId workspace, UserId user, ChannelId channel, MessageTs thread, String text) {
    if (text.codePointCount(0, text.length()) > MAX_TEXT) {
      throw new Refusal("msg_too_long");
    }
    var _ = database.read(workspace, handle -> access.joined(handle, workspace, user, channel));
    return Outcome.await(commits.submit(new KeepDraft(workspace, user, channel, thread, text)));
  }

  /// Somebody's drafts in the conversations they are in, the newest first; 500 at most.
  public List<DraftView> all(WorkspaceId workspace, UserId user) {
    return database.read(workspace, handle -> reader.all(handle, workspace, user, MOST));
  }
}
