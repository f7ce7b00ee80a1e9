package dev.parley.core.teamprofile;

import dev.parley.core.access.ChangeKeys;
import dev.parley.kernel.ProfileFieldId;
import dev.parley.kernel.StreamKey;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.storage.writer.Change;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Puts other fields in the place of those that profiles had; everybody is told. The outcome is the
/// fields as they are now.
public record EditTeamProfile(WorkspaceId workspace, UserId actor, List<Draft> fields)
    implements Change<TeamProfile> {

  /// A field as it is to be.
  ///
  /// @param id null for one that is not there yet
  public record Draft(
      @Nullable ProfileFieldId id,
      String label,
      String hint,
      TeamField.Type type,
      List<String> options,
      boolean isHidden) {}

  @Override
  public List<StreamKey> streams() {
    return List.of(StreamKey.of(workspace));
  }

  @Override
  public List<Touch> touches() {
    return List.of(Touch.exclusive(new ChangeKeys.TeamProfile(workspace)));
  }
}
