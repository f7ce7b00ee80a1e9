package dev.parley.core.user;

import dev.parley.core.access.Role;

/// One change of an account.
public sealed interface UserEdit {

  /// What the person says of themselves.
  record Profile(ProfileEdit edit) implements UserEdit {}

  /// What they may do; refused with `primary_owner` for whom that is.
  record Rank(Role role) implements UserEdit {}

  /// Whether they may come in at all; the primary owner always may. Who may not stays in every
  /// history.
  record Active(boolean active) implements UserEdit {}
}
