package dev.parley.core.user;

import dev.parley.core.access.ChangeKeys;
import dev.parley.kernel.StreamKey;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.view.UserView;
import dev.parley.storage.writer.Change;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// An account to be created, and the person's own stream with it. Refused with `username_taken` or
/// `email_taken`.
///
/// @param firstOfWorkspace whether the workspace's stream is to be created too
public record CreateUser(
    WorkspaceId workspace, UserId id, NewUser user, SealedProfile sealed, boolean firstOfWorkspace)
    implements Change<UserView> {

  /// The columns that are sealed before the change is submitted.
  ///
  /// @param email empty if there is no address
  /// @param emailDigest empty if there is no address
  record SealedProfile(byte[] profile, byte[] email, byte[] emailDigest) {}

  @Override
  public List<StreamKey> streams() {
    return firstOfWorkspace ? List.of() : List.of(StreamKey.of(workspace));
  }

  @Override
  public List<Touch> touches() {
    List<Touch> touches = new ArrayList<>(2);
    touches.add(Touch.exclusive(new ChangeKeys.Name(workspace, "@" + user.handle())));
    if (sealed.emailDigest().length > 0) {
      String digest = HexFormat.of().formatHex(sealed.emailDigest());
      touches.add(Touch.exclusive(new ChangeKeys.Name(workspace, "email/" + digest)));
    }
    return touches;
  }
}
