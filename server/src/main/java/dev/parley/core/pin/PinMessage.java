package dev.parley.core.pin;

import dev.parley.core.access.ChangeKeys;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.MessageTs;
import dev.parley.kernel.StreamKey;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.storage.writer.Change;
import java.util.List;

/// Somebody pins a message to its channel, or takes it down again.
public record PinMessage(
    WorkspaceId workspace, ChannelId channel, MessageTs ts, UserId user, boolean isPinned)
    implements Change<PinMessage.Done> {

  /// The outcome: it is so now.
  public record Done() {}

  @Override
  public List<StreamKey> streams() {
    return List.of(StreamKey.of(workspace, channel));
  }

  @Override
  public List<Touch> touches() {
    return List.of(
        Touch.shared(new ChangeKeys.Channel(channel)),
        Touch.shared(new ChangeKeys.Member(channel, user)),
        Touch.shared(new ChangeKeys.Message(channel, ts)));
  }
}
