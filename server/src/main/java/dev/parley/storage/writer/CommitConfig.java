package dev.parley.storage.writer;

import java.time.Duration;

/// Bounds of the commit loop.
///
/// @param batchSize most changes in one transaction
/// @param queueCapacity most changes that wait; more are refused with `service_unavailable`
/// @param lanes most batches in flight at a time, each on a connection of its own; another one
///     begins only when a full batch waits
/// @param heldPause how long a stream that another transaction holds is left alone
public record CommitConfig(int batchSize, int queueCapacity, int lanes, Duration heldPause) {
  public static final CommitConfig DEFAULT =
      new CommitConfig(256, 20_000, 2, Duration.ofMillis(20));

  public CommitConfig {
    if (batchSize < 1 || queueCapacity < batchSize || lanes < 1) {
      throw new IllegalArgumentException(
          "batchSize: " + batchSize + ", queueCapacity: " + queueCapacity + ", lanes: " + lanes);
    }
  }
}
