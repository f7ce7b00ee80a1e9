package dev.parley.app.wiring;

import dev.parley.storage.HistoryEpoch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks once a minute whether the database holds another history; the commit loop looks whenever
/// it connects.
record EpochWatch(ScheduledExecutorService timer) implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(EpochWatch.class);

  static EpochWatch start(HistoryEpoch epoch) {
    ScheduledExecutorService timer =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("epoch-watch").daemon(true).factory());
    var _ = timer.scheduleWithFixedDelay(() -> check(epoch), 1, 1, TimeUnit.MINUTES);
    return new EpochWatch(timer);
  }

  private static void check(HistoryEpoch epoch) {
    try {
      epoch.check();
    } catch (RuntimeException | Error e) {
      log.atWarn().addKeyValue("event", "history_epoch_not_checked").setCause(e).log();
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
