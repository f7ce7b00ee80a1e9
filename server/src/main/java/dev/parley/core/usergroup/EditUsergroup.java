package dev.parley.core.usergroup;

import dev.parley.kernel.StreamKey;
import dev.parley.kernel.UserId;
import dev.parley.kernel.UsergroupId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.view.UsergroupView;
import dev.parley.storage.writer.Change;
import java.util.List;

/// Changes a group of people; everybody is told of it. The head of the workspace's stream orders
/// all changes of groups, so that each sees what the ones before it did. The outcome is the group
/// as it is now.
public record EditUsergroup(
    WorkspaceId workspace, UserId actor, UsergroupId group, UsergroupEdit edit)
    implements Change<UsergroupView> {

  @Override
  public List<StreamKey> streams() {
    return List.of(StreamKey.of(workspace));
  }

  @Override
  public List<Touch> touches() {
    return List.of(Touch.exclusive(group));
  }
}
