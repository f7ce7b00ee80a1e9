package dev.parley.core.membership;

import dev.parley.core.access.ChangeKeys;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.StreamKey;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.storage.writer.Change;
import java.util.List;

/// Somebody does not want to be drawn to what is new in a conversation, or wants it again. The
/// outcome is whether it was not so already.
public record Mute(WorkspaceId workspace, ChannelId channel, UserId user, boolean isMuted)
    implements Change<Boolean> {

  @Override
  public List<StreamKey> streams() {
    return List.of(StreamKey.of(workspace, user));
  }

  @Override
  public List<Touch> touches() {
    return List.of(Touch.exclusive(new ChangeKeys.Member(channel, user)));
  }
}
