package dev.parley.core.user;

import dev.parley.core.access.ChangeKeys;
import dev.parley.kernel.StreamKey;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.view.UserView;
import dev.parley.storage.writer.Change;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Changes an account; everybody is told of it. The outcome is the person as they are now.
///
/// @param actor who changes it; null for the operator, who may do everything
public record EditUser(WorkspaceId workspace, @Nullable UserId actor, UserId user, UserEdit edit)
    implements Change<UserView> {

  @Override
  public List<StreamKey> streams() {
    return edit instanceof UserEdit.Rank
        ? List.of(StreamKey.of(workspace), StreamKey.of(workspace, user))
        : List.of(StreamKey.of(workspace));
  }

  @Override
  public List<Touch> touches() {
    return List.of(Touch.exclusive(new ChangeKeys.Account(workspace, user)));
  }
}
