package dev.parley.core.channel;

import dev.parley.core.access.ChangeKeys;
import dev.parley.core.channel.CloseDirect.Closed;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.StreamKey;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.storage.writer.Change;
import java.util.List;

/// Somebody puts a direct or group message away until something new is said there, or takes it out
/// again. Refused with `channel_not_found` for whoever is not in it.
public record CloseDirect(WorkspaceId workspace, ChannelId channel, UserId user, boolean isClosed)
    implements Change<Closed> {

  /// The outcome.
  ///
  /// @param changed whether it was not so already
  public record Closed(boolean changed) {}

  @Override
  public List<StreamKey> streams() {
    return List.of(StreamKey.of(workspace, channel), StreamKey.of(workspace, user));
  }

  @Override
  public List<Touch> touches() {
    return List.of(Touch.shared(new ChangeKeys.Member(channel, user)));
  }
}
