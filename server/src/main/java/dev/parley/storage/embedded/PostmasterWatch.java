package dev.parley.storage.embedded;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Starts the database again when its postmaster dies, and keeps its log bounded. One thread of
/// its own; the port stays the same, so connection pools only have to reconnect.
final class PostmasterWatch implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(PostmasterWatch.class);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(30);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
  private static final Duration ORPHAN_PATIENCE = Duration.ofSeconds(5);

  private final ClusterFiles files;
  private final PostgresAccount account;
  private final ServerLogRotation rotation;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final AtomicLong restarts = new AtomicLong();
  private final Thread thread;
  private volatile Postmaster current;

  PostmasterWatch(
      ClusterFiles files, PostgresAccount account, ServerLogRotation rotation, Postmaster first) {
    this.files = files;
    this.account = account;
    this.rotation = rotation;
    this.current = first;
    this.thread = Thread.ofPlatform().name("postgres-watch").daemon().unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  long restarts() {
    return restarts.get();
  }

  long pid() {
    return current.process().pid();
  }

  private void run() {
    try {
      while (closing.getCount() > 0) {
        boolean dead = ClusterProcesses.awaitExit(current.process(), LOOK_EVERY);
        if (dead && closing.getCount() > 0) {
          restart();
        }
        rotate();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void restart() throws InterruptedException {
    log.atWarn().addKeyValue("event", "postgres_died").log("The database died, restarting it");
    Duration pause = FIRST_PAUSE;
    while (!closing.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
      try {
        ClusterProcesses.endOrphans(files.cluster(), ORPHAN_PATIENCE);
        Optional<Postmaster> started = Postmaster.start(files, account, current.port());
        if (started.isPresent()) {
          current = started.get();
          restarts.incrementAndGet();
          log.atInfo().addKeyValue("event", "postgres_restarted").log("The database is back");
          return;
        }
      } catch (IOException e) {
        log.atWarn().addKeyValue("event", "postgres_restart_failed").setCause(e).log("Not started");
      }
      Duration doubled = pause.multipliedBy(2);
      pause = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
      log.atWarn()
          .addKeyValue("event", "postgres_restart_retry")
          .addKeyValue("pause_ms", pause.toMillis())
          .log("The database did not start, see its log");
    }
  }

  private void rotate() {
    try {
      rotation.run();
    } catch (IOException e) {
      log.atWarn().addKeyValue("event", "postgres_log_not_rotated").setCause(e).log("Log kept");
    }
  }

  /// Ends the watch, then the database.
  @Override
  public void close() {
    closing.countDown();
    thread.interrupt();
    try {
      thread.join();
      if (current.process().isAlive()) {
        current.stop();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      log.atWarn().addKeyValue("event", "postgres_stop_failed").setCause(e).log("Not stopped");
    }
  }
}
