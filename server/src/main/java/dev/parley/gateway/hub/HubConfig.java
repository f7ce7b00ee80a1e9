package dev.parley.gateway.hub;

import java.time.Duration;

/// Limits of a hub.
///
/// @param ringEvents most events a stream's ring keeps
/// @param ringBytes most bytes of events a stream's ring keeps
/// @param maxReplay most events sent to make up for an absence; beyond that `resync`
/// @param maxReplayBytes most bytes a ring may grow to while such events are sent
/// @param gapWait how long a missing event is waited for before it is read
/// @param linger how long a stream without connections is kept
/// @param readsAtOnce most reads under way
/// @param grantsAtOnce most lookups of grants under way
public record HubConfig(
    int ringEvents,
    int ringBytes,
    int maxReplay,
    int maxReplayBytes,
    Duration gapWait,
    Duration linger,
    int readsAtOnce,
    int grantsAtOnce) {

  public HubConfig {
    if (ringEvents < 1 || maxReplay < 1 || readsAtOnce < 1 || grantsAtOnce < 1) {
      throw new IllegalArgumentException("a limit of a hub is less than 1");
    }
  }

  public static HubConfig defaults() {
    return new HubConfig(
        256, 256 << 10, 1_000, 4 << 20, Duration.ofMillis(50), Duration.ofSeconds(60), 2, 16);
  }
}
