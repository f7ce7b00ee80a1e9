package dev.parley.core.access;

import dev.parley.kernel.ChannelId;
import dev.parley.kernel.MessageTs;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import java.util.UUID;

/// The things that changes depend on, as the commit loop compares them
/// ([dev.parley.storage.writer.Change.Touch]).
public final class ChangeKeys {

  private ChangeKeys() {}

  /// Somebody's membership of a channel: posting needs it, leaving ends it.
  public record Member(ChannelId channel, UserId user) {}

  /// Leaving a channel: of those who do at once one may be the last.
  public record Leaving(ChannelId channel) {}

  /// A channel's own state, such as being archived.
  public record Channel(ChannelId channel) {}

  /// One message's text and existence.
  public record Message(ChannelId channel, MessageTs ts) {}

  /// A client's own id of a post.
  public record ClientMessage(ChannelId channel, UserId user, UUID clientMsgId) {}

  /// Somebody's account.
  public record Account(WorkspaceId workspace, UserId user) {}

  /// Which fields the profiles of a workspace have.
  public record TeamProfile(WorkspaceId workspace) {}

  /// A name that must be unique in a workspace.
  public record Name(WorkspaceId workspace, String name) {}
}
