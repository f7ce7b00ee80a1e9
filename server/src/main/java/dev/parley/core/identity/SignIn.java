package dev.parley.core.identity;

import dev.parley.core.workspace.Workspace;
import dev.parley.protocol.view.UserView;
import java.util.List;

/// What became of a try to sign in. Nothing in it tells whether an address is known.
public sealed interface SignIn {

  /// The person is signed in.
  ///
  /// @param cookie the value of the browser's cookie for this workspace
  record Done(Workspace workspace, UserView user, String cookie) implements SignIn {
    /// Hides the cookie.
    @Override
    public String toString() {
      return "Done[" + workspace.id() + "]";
    }
  }

  /// The password is right, and there are several workspaces to choose from.
  record Choose(List<Workspace> workspaces) implements SignIn {}

  /// Address or password is wrong, or there is no account in the workspace asked for.
  ///
  /// @param triesLeft before there is a wait
  record Wrong(int triesLeft) implements SignIn {}

  /// There were too many failures; the password was not even looked at.
  record Wait(long seconds) implements SignIn {}
}
