package dev.parley.core.user;

import dev.parley.core.access.Role;
import dev.parley.kernel.AppId;
import dev.parley.kernel.EmailAddress;
import dev.parley.protocol.view.ProfileText;
import org.jspecify.annotations.Nullable;

/// Somebody who is to have an account in a workspace.
///
/// @param handle in the form that [UserName#check] gives
/// @param app the app whose bot user it is; null for a person
/// @param identity number of the identity they sign in with, or 0
public record NewUser(
    String handle,
    String displayName,
    ProfileText profile,
    Role role,
    boolean isBot,
    @Nullable AppId app,
    @Nullable EmailAddress email,
    long identity) {

  /// A member without an address, known by a handle alone.
  public static NewUser member(String handle) {
    return new NewUser(handle, "", ProfileText.named(""), Role.MEMBER, false, null, null, 0);
  }

  /// The bot user of an app.
  public static NewUser bot(AppId app, String handle, String name) {
    return new NewUser(handle, "", ProfileText.named(name), Role.MEMBER, true, app, null, 0);
  }
}
