package dev.parley.core.membership;

import dev.parley.core.access.ChangeKeys;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.StreamKey;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.storage.writer.Change;
import java.util.ArrayList;
import java.util.List;

/// People to be added to a channel, by themselves or by somebody else.
///
/// @param mandate by what right; it has to hold when the change is committed
/// @param actor who does it; joins by themselves if they are the only one in `users`
/// @param users at most [#MAX_USERS]; those who are members already stay so
public record AddMembers(
    WorkspaceId workspace, ChannelId channel, Mandate mandate, UserId actor, List<UserId> users)
    implements Change<AddMembers.Added> {
  /// By what right people are added.
  public enum Mandate {
    /// The channel is public.
    OPEN,
    /// The actor is a member.
    MEMBER,
    /// An operator, or the workspace itself, says so.
    OPERATOR
  }

  /// Most people in one change.
  public static final int MAX_USERS = 500;

  public AddMembers {
    if (users.isEmpty() || users.size() > MAX_USERS) {
      throw new IllegalArgumentException("users: " + users.size() + " (expected: 1 to 500)");
    }
  }

  /// The outcome.
  ///
  /// @param added those who were not members before
  public record Added(List<UserId> added) {}

  @Override
  public List<StreamKey> streams() {
    List<StreamKey> streams = new ArrayList<>(1 + users.size());
    streams.add(StreamKey.of(workspace, channel));
    users.forEach(user -> streams.add(StreamKey.of(workspace, user)));
    return streams;
  }

  @Override
  public List<Touch> touches() {
    List<Touch> touches = new ArrayList<>(1 + users.size());
    touches.add(Touch.exclusive(new ChangeKeys.Channel(channel)));
    users.forEach(user -> touches.add(Touch.exclusive(new ChangeKeys.Member(channel, user))));
    return touches;
  }
}
