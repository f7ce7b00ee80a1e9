package dev.parley.core.channel;

import dev.parley.core.access.ChangeKeys;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.StreamKey;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.storage.writer.Change;
import java.util.List;
import java.util.stream.Collectors;

/// A direct or group message to be opened: the same people always get the same one.
///
/// @param id the id it gets if there is none yet; its kind says which it is
/// @param opener who opens it
/// @param people everybody in it, the opener included, sorted by id
public record OpenDirect(WorkspaceId workspace, ChannelId id, UserId opener, List<UserId> people)
    implements Change<OpenDirect.Opened> {

  /// The outcome.
  ///
  /// @param existed whether it was there before
  public record Opened(ChannelId channel, boolean existed) {}

  @Override
  public List<StreamKey> streams() {
    return people.stream().map(user -> StreamKey.of(workspace, user)).toList();
  }

  @Override
  public List<Touch> touches() {
    return List.of(Touch.exclusive(new ChangeKeys.Name(workspace, memberKey())));
  }

  /// What is unique about it: its people.
  String memberKey() {
    return people.stream()
        .map(user -> Long.toString(user.value()))
        .collect(Collectors.joining("-"));
  }
}
