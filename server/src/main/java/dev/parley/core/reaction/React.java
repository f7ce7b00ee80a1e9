package dev.parley.core.reaction;

import dev.parley.core.access.ChangeKeys;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.MessageTs;
import dev.parley.kernel.StreamKey;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.storage.writer.Change;
import java.util.List;

/// Somebody puts an emoji on a message, or takes their own away.
///
/// @param name the emoji's, without colons
/// @param isAdded false to take it away
public record React(
    WorkspaceId workspace,
    ChannelId channel,
    MessageTs ts,
    UserId user,
    String name,
    boolean isAdded)
    implements Change<React.Reacted> {

  /// The outcome: it is so now.
  public record Reacted() {}

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
