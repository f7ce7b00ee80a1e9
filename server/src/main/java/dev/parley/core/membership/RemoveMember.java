package dev.parley.core.membership;

import dev.parley.core.access.ChangeKeys;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.StreamKey;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.storage.writer.Change;
import java.util.List;

/// Somebody to be taken out of a channel, by themselves or by somebody else who is in it at that
/// moment. Whatever they posted after this is refused.
public record RemoveMember(WorkspaceId workspace, ChannelId channel, UserId actor, UserId user)
    implements Change<RemoveMember.Removed> {

  /// The outcome: they are no member any more.
  public record Removed() {}

  @Override
  public List<StreamKey> streams() {
    return List.of(StreamKey.of(workspace, channel), StreamKey.of(workspace, user));
  }

  @Override
  public List<Touch> touches() {
    Touch channelState = Touch.shared(new ChangeKeys.Channel(channel));
    Touch removed = Touch.exclusive(new ChangeKeys.Member(channel, user));
    return actor.equals(user)
        ? List.of(channelState, removed, Touch.exclusive(new ChangeKeys.Leaving(channel)))
        : List.of(channelState, removed, Touch.shared(new ChangeKeys.Member(channel, actor)));
  }
}
