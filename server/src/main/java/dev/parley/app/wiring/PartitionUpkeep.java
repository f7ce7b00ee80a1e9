package dev.parley.app.wiring;

import dev.parley.storage.EventPartitions;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the days' partitions of events ahead of time, once an hour.
record PartitionUpkeep(ScheduledExecutorService timer) implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(PartitionUpkeep.class);

  static PartitionUpkeep start(EventPartitions partitions, Clock clock) {
    ScheduledExecutorService timer =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("partition-upkeep").daemon(true).factory());
    var _ = timer.scheduleWithFixedDelay(() -> maintain(partitions, clock), 1, 1, TimeUnit.HOURS);
    return new PartitionUpkeep(timer);
  }

  private static void maintain(EventPartitions partitions, Clock clock) {
    try {
      partitions.maintain(LocalDate.now(clock.withZone(ZoneOffset.UTC)));
    } catch (SQLException | RuntimeException e) {
      log.atError().addKeyValue("event", "partitions_not_maintained").setCause(e).log("Failed");
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
