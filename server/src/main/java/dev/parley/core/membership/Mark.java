package dev.parley.core.membership;

import dev.parley.core.access.ChangeKeys;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.MessageTs;
import dev.parley.kernel.StreamKey;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.view.MarkerView;
import dev.parley.storage.writer.Change;
import java.util.List;

/// Somebody's read marker to be set.
///
/// @param ts the newest message that was read; later than every message means everything
/// @param forwardOnly whether the marker stays where it is if it is further already
/// @param version the marker's version as it was when all that was read: a marker that has been
///     moved back since is not moved forward; [#ANY_VERSION] moves it in any case
public record Mark(
    WorkspaceId workspace,
    ChannelId channel,
    UserId user,
    MessageTs ts,
    boolean forwardOnly,
    int version)
    implements Change<MarkerView> {
  public static final int ANY_VERSION = Integer.MAX_VALUE;

  @Override
  public List<StreamKey> streams() {
    return List.of(StreamKey.of(workspace, user));
  }

  @Override
  public List<Touch> touches() {
    return List.of(Touch.exclusive(new ChangeKeys.Member(channel, user)));
  }
}
