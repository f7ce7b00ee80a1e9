package dev.parley.core.message;

import dev.parley.core.access.ChangeKeys;
import dev.parley.core.body.MessageBody;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.MessageTs;
import dev.parley.kernel.StreamKey;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.view.MessageView;
import dev.parley.storage.writer.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A top-level message to be posted.
///
/// @param clientMsgId makes the post idempotent: the same id of the same author in the same channel
///     within seven days answers the first message
public record Post(
    WorkspaceId workspace,
    ChannelId channel,
    UserId author,
    UUID clientMsgId,
    MessageBody body,
    Mentions mentions)
    implements Change<Post.Posted> {

  /// The outcome.
  ///
  /// @param ts the message's id, of the first one if this was a repetition
  /// @param message the message, or null if this was a repetition
  public record Posted(MessageTs ts, @Nullable MessageView message) {}

  @Override
  public List<StreamKey> streams() {
    List<StreamKey> streams = new ArrayList<>(1 + mentions.people().size());
    streams.add(StreamKey.of(workspace, channel));
    mentions.people().forEach(user -> streams.add(StreamKey.of(workspace, user)));
    return streams;
  }

  @Override
  public List<Touch> touches() {
    return List.of(
        Touch.shared(new ChangeKeys.Channel(channel)),
        Touch.shared(new ChangeKeys.Member(channel, author)),
        Touch.exclusive(new ChangeKeys.ClientMessage(channel, author, clientMsgId)));
  }
}
