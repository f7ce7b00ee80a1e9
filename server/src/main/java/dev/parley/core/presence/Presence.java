package dev.parley.core.presence;

/// Whether somebody is there.
///
/// @param isAway whether they say themselves that they are away
/// @param connections how many they have
public record Presence(boolean isAway, int connections) {

  public boolean isOnline() {
    return connections > 0;
  }

  public boolean isActive() {
    return isOnline() && !isAway;
  }
}
