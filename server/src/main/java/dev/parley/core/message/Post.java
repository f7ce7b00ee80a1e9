package dev.parley.core.message;

import dev.parley.core.access.ChangeKeys;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.MessageTs;
import dev.parley.kernel.StreamKey;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.view.MessageContent;
import dev.parley.protocol.view.MessageView;
import dev.parley.storage.writer.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A message to be posted.
///
/// @param thread what it answers, or null for a message at top level
/// @param isMe whether somebody says it of themselves, as by `/me`
/// @param clientMsgId makes the post idempotent: the same id of the same author in the same channel
///     within seven days answers the first message
public record Post(
    WorkspaceId workspace,
    ChannelId channel,
    Author by,
    UUID clientMsgId,
    MessageContent content,
    Mentions mentions,
    @Nullable Answer thread,
    boolean isMe)
    implements Change<Post.Posted> {

  /// Who posts, and where they may.
  public record Author(UserId user, Reach reach) {}

  public UserId author() {
    return by.user();
  }

  /// What a reply answers.
  ///
  /// @param root the first message of the thread
  /// @param rootAuthor who wrote it
  /// @param isBroadcast whether the reply is shown in the channel too
  public record Answer(MessageTs root, UserId rootAuthor, boolean isBroadcast) {}

  /// A message at top level.
  public static Post topLevel(
      WorkspaceId workspace,
      ChannelId channel,
      UserId author,
      UUID clientMsgId,
      MessageContent content,
      Mentions mentions) {
    Author by = new Author(author, Reach.OWN);
    return new Post(workspace, channel, by, clientMsgId, content, mentions, null, false);
  }

  /// Whether it is shown in the channel and not in a thread only.
  public boolean isInChannel() {
    return thread == null || thread.isBroadcast();
  }

  /// What kind of message it makes.
  MessageView.Subtype subtype() {
    if (thread != null && thread.isBroadcast()) {
      return MessageView.Subtype.THREAD_BROADCAST;
    }
    return isMe ? MessageView.Subtype.ME_MESSAGE : MessageView.Subtype.NONE;
  }

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
    if (thread != null && !mentions.people().contains(thread.rootAuthor())) {
      streams.add(StreamKey.of(workspace, thread.rootAuthor()));
    }
    return streams;
  }

  @Override
  public List<Touch> touches() {
    return List.of(
        Touch.shared(new ChangeKeys.Channel(channel)),
        Touch.shared(new ChangeKeys.Member(channel, author())),
        Touch.exclusive(new ChangeKeys.ClientMessage(channel, author(), clientMsgId)));
  }
}
