package dev.parley.kernel;

import java.util.Optional;

/// Names one stream of events: that of a channel, of a user, or of the workspace itself.
///
/// The stream's number is the number of the thing it belongs to; ids of all kinds come from one
/// generator, so they never meet.
///
/// @param workspace number of the workspace
/// @param stream number of the channel, the user or, for the workspace's own stream, the workspace
public record StreamKey(long workspace, long stream) implements Comparable<StreamKey> {

  public static StreamKey of(WorkspaceId workspace) {
    return new StreamKey(workspace.value(), workspace.value());
  }

  public static StreamKey of(WorkspaceId workspace, UserId user) {
    return new StreamKey(workspace.value(), user.value());
  }

  public static StreamKey of(WorkspaceId workspace, ChannelId channel) {
    return new StreamKey(workspace.value(), channel.value());
  }

  /// Parses the written name of a stream in a workspace; anything else is an empty result. A
  /// workspace's stream is named by that workspace alone.
  public static Optional<StreamKey> parse(WorkspaceId workspace, String name) {
    if (name.isEmpty()) {
      return Optional.empty();
    }
    return switch (name.charAt(0)) {
      case 'T' -> WorkspaceId.parse(name).filter(workspace::equals).map(StreamKey::of);
      case 'U' -> UserId.parse(name).map(user -> of(workspace, user));
      case 'C', 'D', 'G' -> ChannelId.parse(name).map(channel -> of(workspace, channel));
      default -> Optional.empty();
    };
  }

  public WorkspaceId workspaceId() {
    return new WorkspaceId(workspace);
  }

  /// Whether this is the stream of a channel, direct or group message.
  public boolean isChannel() {
    return (stream & 3) != 0;
  }

  /// The stream's name on the wire, without its workspace: `C… D… G… U… T…`.
  public String name() {
    if (isChannel()) {
      return new ChannelId(stream).toString();
    }
    return Ids.write(stream == workspace ? 'T' : 'U', stream);
  }

  @Override
  public int compareTo(StreamKey other) {
    int byWorkspace = Long.compare(workspace, other.workspace);
    return byWorkspace != 0 ? byWorkspace : Long.compare(stream, other.stream);
  }
}
