package dev.parley.core.draft;

import dev.parley.core.access.ChangeKeys;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.MessageTs;
import dev.parley.kernel.StreamKey;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.view.DraftView;
import dev.parley.storage.writer.Change;
import java.util.List;

/// Somebody has begun to write something; the last one wins. The outcome is the draft as it is now.
///
/// @param thread the root of the thread, or [MessageTs#ZERO] at top level
/// @param text empty to keep nothing any more
public record KeepDraft(
    WorkspaceId workspace, UserId user, ChannelId channel, MessageTs thread, String text)
    implements Change<DraftView> {

  @Override
  public List<StreamKey> streams() {
    return List.of(StreamKey.of(workspace, user));
  }

  @Override
  public List<Touch> touches() {
    return List.of(Touch.shared(new ChangeKeys.Member(channel, user)));
  }
}
