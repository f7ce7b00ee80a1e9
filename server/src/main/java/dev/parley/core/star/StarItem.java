package dev.parley.core.star;

import dev.parley.core.access.ChangeKeys;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.MessageTs;
import dev.parley.kernel.StreamKey;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.storage.writer.Change;
import java.util.List;

/// Somebody saves something for later, or does so no more.
///
/// @param ts the message, or [MessageTs#ZERO] for the conversation as a whole
public record StarItem(
    WorkspaceId workspace, UserId user, ChannelId channel, MessageTs ts, boolean isStarred)
    implements Change<StarItem.Done> {

  /// The outcome: it is so now.
  public record Done() {}

  @Override
  public List<StreamKey> streams() {
    return List.of(StreamKey.of(workspace, user));
  }

  @Override
  public List<Touch> touches() {
    return List.of(
        Touch.shared(new ChangeKeys.Member(channel, user)),
        Touch.shared(new ChangeKeys.Message(channel, ts)));
  }
}
