package dev.parley.core.user;

import dev.parley.core.access.Role;
import dev.parley.core.picture.PictureAddress;
import dev.parley.core.picture.Portrait;
import org.jspecify.annotations.Nullable;

/// One change of an account.
public sealed interface UserEdit {

  /// Whether people do it to themselves, whatever their role.
  default boolean isOfOneself() {
    return this instanceof Profile || this instanceof Face;
  }

  /// What the person says of themselves.
  record Profile(ProfileEdit edit) implements UserEdit {}

  /// How they look; a picture that they had before is gone with it.
  ///
  /// @param picture what they are shown by; null for nothing
  record Face(@Nullable NewPicture picture) implements UserEdit {}

  /// A portrait and where it will lie.
  record NewPicture(PictureAddress address, Portrait portrait) {}

  /// What they may do; refused with `primary_owner` for whom that is.
  record Rank(Role role) implements UserEdit {}

  /// Whether they may come in at all; the primary owner always may. Who may not stays in every
  /// history.
  record Active(boolean active) implements UserEdit {}
}
