package dev.parley.core.channel;

import dev.parley.core.access.ChangeKeys;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.StreamKey;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.view.ChannelView;
import dev.parley.storage.writer.Change;
import java.util.List;

/// One thing about a channel to be changed.
///
/// @param isAdmin whether the actor may change channels that are not theirs
public record EditChannel(
    WorkspaceId workspace, ChannelId channel, UserId actor, boolean isAdmin, ChannelEdit edit)
    implements Change<ChannelView> {

  @Override
  public List<StreamKey> streams() {
    StreamKey own = StreamKey.of(workspace, channel);
    return concernsEverybody() ? List.of(own, StreamKey.of(workspace)) : List.of(own);
  }

  /// Whether people outside of a public channel learn of it too.
  boolean concernsEverybody() {
    return switch (edit) {
      case ChannelEdit.Name _, ChannelEdit.Archived _, ChannelEdit.Private _ -> true;
      case ChannelEdit.Topic _, ChannelEdit.Purpose _, ChannelEdit.Posting _ -> false;
    };
  }

  @Override
  public List<Touch> touches() {
    Touch state = Touch.exclusive(new ChangeKeys.Channel(channel));
    return edit instanceof ChannelEdit.Name(String name)
        ? List.of(state, Touch.exclusive(new ChangeKeys.Name(workspace, name)))
        : List.of(state);
  }
}
