package dev.parley.gateway.hub;

import java.time.Duration;

/// Limits of a hub.
///
/// @param gapWait how long a missing event is waited for before it is read
/// @param linger how long a stream without connections is kept
/// @param allowance how much of it one person may have
/// @param readsAtOnce most reads under way
/// @param grantsAtOnce most lookups of grants under way
public record HubConfig(
    Rings rings,
    Replay replay,
    ReplayAllowance allowance,
    Duration gapWait,
    Duration linger,
    int readsAtOnce,
    int grantsAtOnce) {

  /// What the rings of streams keep, in bytes of events.
  ///
  /// @param events most events a stream's ring keeps
  /// @param bytes most bytes a stream's ring keeps
  /// @param bytesOfAll most bytes all rings of the hub keep together
  public record Rings(int events, int bytes, long bytesOfAll) {}

  /// What is sent to make up for an absence; beyond that `resync`.
  ///
  /// @param events most events
  /// @param bytes most bytes a ring may grow to meanwhile
  /// @param eventsARead most events that one read brings for all its streams
  public record Replay(int events, int bytes, int eventsARead) {}

  /// What one person, by all connections of the loop, is sent again when they resume.
  ///
  /// @param atOnce most events, after a rest
  /// @param perSecond how many of them come back each second
  public record ReplayAllowance(long atOnce, long perSecond) {}

  public HubConfig {
    if (rings.events() < 1 || replay.events() < 1 || readsAtOnce < 1 || grantsAtOnce < 1) {
      throw new IllegalArgumentException("a limit of a hub is less than 1");
    }
  }

  public static HubConfig defaults() {
    return new HubConfig(
        new Rings(256, 256 << 10, 128 << 20),
        new Replay(1_000, 4 << 20, 16_384),
        new ReplayAllowance(100_000, 1_000),
        Duration.ofMillis(50),
        Duration.ofSeconds(60),
        2,
        16);
  }
}
