package dev.parley.protocol.view;

import dev.parley.kernel.ChannelId;
import dev.parley.kernel.MessageTs;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.view.MessageView.Subtype;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The lines among a channel's messages that tell what happened to it, and that nobody wrote.
public final class MessageLines {

  private MessageLines() {}

  /// The line that tells of somebody's coming or going, or the like.
  public static MessageView of(
      WorkspaceId workspace,
      ChannelId channel,
      MessageTs ts,
      UserId user,
      Subtype subtype,
      @Nullable UserId related) {
    MessageContent content = MessageContent.text(text(subtype, user, related));
    return new MessageView(
        workspace, channel, ts, user, content, 0, subtype, related, null, null, 0, null, List.of(),
        false);
  }

  /// What a line says that is not stored as text.
  public static String text(Subtype subtype, UserId user, @Nullable UserId related) {
    return switch (subtype) {
      case CHANNEL_JOIN -> "<@" + user + "> has joined the channel";
      case CHANNEL_LEAVE ->
          related == null
              ? "<@" + user + "> has left the channel"
              : "<@" + user + "> was removed from the channel by <@" + related + ">";
      case CHANNEL_ARCHIVE -> "<@" + user + "> archived the channel";
      case CHANNEL_UNARCHIVE -> "<@" + user + "> un-archived the channel";
      case CHANNEL_CONVERT_TO_PRIVATE ->
          "<@"
              + user
              + "> made this channel *private*. Now, it can only be viewed or joined by invitation.";
      case CHANNEL_CONVERT_TO_PUBLIC ->
          "<@"
              + user
              + "> made this channel *public*. Any member can see and join it, and read all of it.";
      case CHANNEL_POSTING_PERMISSIONS -> "<@" + user + "> changed who may post in this channel";
      case PINNED_ITEM -> "<@" + user + "> pinned a message to this channel.";
      case NONE,
          THREAD_BROADCAST,
          TOMBSTONE,
          ME_MESSAGE,
          CHANNEL_TOPIC,
          CHANNEL_PURPOSE,
          CHANNEL_NAME ->
          "";
    };
  }
}
