package dev.parley.core.user;

import dev.parley.core.access.Role;
import dev.parley.kernel.EmailAddress;
import dev.parley.protocol.view.ProfileText;
import org.jspecify.annotations.Nullable;

/// Somebody who is to have an account in a workspace.
///
/// @param handle in the form that [UserName#check] gives
/// @param identity number of the identity they sign in with, or 0
public record NewUser(
    String handle,
    String displayName,
    ProfileText profile,
    Role role,
    boolean isBot,
    @Nullable EmailAddress email,
    long identity) {

  /// A member without an address, known by a handle alone.
  public static NewUser member(String handle) {
    return new NewUser(handle, "", ProfileText.named(""), Role.MEMBER, false, null, 0);
  }
}
