package dev.parley.core.channel;

import dev.parley.core.access.ChangeKeys;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.StreamKey;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.view.ConversationView;
import dev.parley.storage.writer.Change;
import java.util.List;

/// A channel to be created; the creator becomes its first member.
///
/// @param id the new channel's id
/// @param name a name that [ChannelName] accepts
public record CreateChannel(
    WorkspaceId workspace,
    ChannelId id,
    String name,
    boolean isPrivate,
    boolean isGeneral,
    UserId creator)
    implements Change<ConversationView> {

  @Override
  public List<StreamKey> streams() {
    return List.of(StreamKey.of(workspace), StreamKey.of(workspace, creator));
  }

  @Override
  public List<Touch> touches() {
    return List.of(Touch.exclusive(new ChangeKeys.Name(workspace, name)));
  }
}
