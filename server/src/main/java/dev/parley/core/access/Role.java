package dev.parley.core.access;

import java.util.Arrays;

/// What somebody may do in a workspace. The number is stored; a smaller one may do more.
public enum Role {
  /// The one person who answers for the workspace.
  PRIMARY_OWNER(1),
  OWNER(2),
  ADMIN(3),
  MEMBER(4),
  /// Sees only the channels they were invited to.
  GUEST(5);

  private final short number;

  Role(int number) {
    this.number = (short) number;
  }

  public short number() {
    return number;
  }

  /// Whether this role may do at least what the other may.
  public boolean isAtLeast(Role other) {
    return number <= other.number;
  }

  /// @throws IllegalArgumentException if there is no such role
  public static Role ofNumber(int number) {
    return Arrays.stream(values())
        .filter(role -> role.number == number)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("role: " + number));
  }
}
