package dev.parley.core.message;

/// In which conversations somebody may post that they are not in.
public enum Reach {
  /// In none.
  OWN,
  /// In public channels.
  PUBLIC,
  /// In every one; somebody who may has chosen it.
  ANYWHERE;

  boolean covers(boolean isPrivate) {
    return this == ANYWHERE || (this == PUBLIC && !isPrivate);
  }
}
