package dev.parley.core.message;

import dev.parley.kernel.ChannelId;
import dev.parley.kernel.MessageTs;
import dev.parley.kernel.StreamKey;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Names one message.
public record MessageTarget(WorkspaceId workspace, ChannelId channel, MessageTs ts) {
  /// The code of a change that was prepared from rows which have changed since; ask for it again.
  static final String STALE = "stale";

  /// The streams that a change of this message moves: the channel's, and those of whom it names.
  List<StreamKey> streams(Set<UserId> mentioned) {
    List<StreamKey> streams = new ArrayList<>(1 + mentioned.size());
    streams.add(StreamKey.of(workspace, channel));
    mentioned.forEach(user -> streams.add(StreamKey.of(workspace, user)));
    return streams;
  }
}
