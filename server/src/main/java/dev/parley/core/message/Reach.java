package dev.parley.core.message;

/// In which conversations somebody may post that they are not in.
public enum Reach {
  /// In none.
  OWN,
  /// In public channels.
  PUBLIC;

  boolean covers(boolean isPrivate) {
    return this == PUBLIC && !isPrivate;
  }
}
