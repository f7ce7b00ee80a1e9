package dev.parley.core.thread;

import dev.parley.core.access.ChangeKeys;
import dev.parley.kernel.MessageTs;
import dev.parley.kernel.StreamKey;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.storage.writer.Change;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Somebody begins or ends to follow a thread, or has read it.
///
/// @param following null to leave it as it is
/// @param read the newest reply that was read, or null to leave the marker where it is
public record FollowThread(
    ThreadKey thread, UserId user, @Nullable Boolean following, @Nullable MessageTs read)
    implements Change<FollowThread.Followed> {

  /// The outcome: it is so now.
  public record Followed() {}

  @Override
  public WorkspaceId workspace() {
    return thread.workspace();
  }

  @Override
  public List<StreamKey> streams() {
    return List.of(StreamKey.of(workspace(), user));
  }

  @Override
  public List<Touch> touches() {
    return List.of(Touch.shared(new ChangeKeys.Member(thread.channel(), user)));
  }
}
