package dev.parley.core.dnd;

import dev.parley.core.access.ChangeKeys;
import dev.parley.kernel.StreamKey;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.storage.writer.Change;
import java.util.List;

/// Changes when somebody is not to be disturbed; they are told on every device, and everybody who
/// may know of them. The outcome is how it stands now.
public record EditDnd(WorkspaceId workspace, UserId user, DndEdit edit)
    implements Change<DndReader.Stored> {

  @Override
  public List<StreamKey> streams() {
    return List.of(StreamKey.of(workspace), StreamKey.of(workspace, user));
  }

  @Override
  public List<Touch> touches() {
    return List.of(Touch.exclusive(new ChangeKeys.Account(workspace, user)));
  }
}
