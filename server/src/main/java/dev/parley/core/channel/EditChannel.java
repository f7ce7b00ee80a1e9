package dev.parley.core.channel;

import dev.parley.core.access.ChangeKeys;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.StreamKey;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.view.ChannelView;
import dev.parley.storage.writer.Change;
import java.util.List;

/// A channel's name, topic, purpose or being archived to be changed.
///
/// @param isAdmin whether the actor may change channels that are not theirs
public record EditChannel(
    WorkspaceId workspace, ChannelId channel, UserId actor, boolean isAdmin, ChannelEdit edit)
    implements Change<ChannelView> {

  @Override
  public List<StreamKey> streams() {
    return List.of(StreamKey.of(workspace, channel), StreamKey.of(workspace));
  }

  @Override
  public List<Touch> touches() {
    Touch state = Touch.exclusive(new ChangeKeys.Channel(channel));
    return edit instanceof ChannelEdit.Name(String name)
        ? List.of(state, Touch.exclusive(new ChangeKeys.Name(workspace, name)))
        : List.of(state);
  }
}
