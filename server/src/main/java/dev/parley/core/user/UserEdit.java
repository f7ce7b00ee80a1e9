package dev.parley.core.user;

/// One change of an account.
public sealed interface UserEdit {

  /// What the person says of themselves.
  record Profile(ProfileEdit edit) implements UserEdit {}
}
