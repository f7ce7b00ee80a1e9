package dev.parley.verify;

import java.util.List;
import java.util.Locale;

/// Who calls, in the matrix.
enum MatrixCaller {
  OWNER,
  ADMIN,
  MEMBER,
  GUEST,
  /// A bot with every scope.
  BOT,
  /// A bot without any.
  SCOPELESS,
  /// Somebody who was deactivated.
  DEACTIVATED,
  /// A member's token that was revoked.
  REVOKED,
  /// A member's token whose time is over.
  EXPIRED,
  /// The owner of another workspace.
  STRANGER,
  /// No token.
  NOBODY;

  /// Those who may do something in the workspace.
  static final List<MatrixCaller> INSIDERS = List.of(OWNER, ADMIN, MEMBER, GUEST, BOT);

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
