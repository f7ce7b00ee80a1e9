package dev.parley.core.schedule;

import dev.parley.core.schedule.DueStore.Due;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.WorkspaceId;
import dev.parley.storage.TenantDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Has what is due done, within a second. Every node runs one; an item is taken by one of them.
///
/// Looks for items on a thread of its own and does them on virtual threads, those of one workspace
/// one after the other in the order in which they were due, so one that has many delays nobody
/// else. What fails is tried again, ever more rarely, for as long as repeating it is harmless.
public final class Scheduler implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Scheduler.class);
  private static final long PERIOD_MILLIS = 250;
  private static final int ITEMS = 200;

  /// Longer than a handler waits for the database, so that only one is at an item.
  private static final Duration LEASE = Duration.ofSeconds(30);

  /// Less than the seven days for which a repeated post is known to be one.
  private static final Duration REPEATABLE = Duration.ofDays(6);

  private static final Set<String> LATER = Set.of("service_unavailable", "clock_skew");

  private final DueStore store;
  private final TenantDatabase database;
  private final Map<Short, DueHandler> handlers;
  private final Clock clock;
  private final MeterRegistry meters;
  private final Set<WorkspaceId> busy = ConcurrentHashMap.newKeySet();
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private final ScheduledExecutorService timer;

  /// Starts looking.
  ///
  /// @param scheduler connections of the scheduler's role
  public Scheduler(
      DataSource scheduler,
      TenantDatabase database,
      List<DueHandler> handlers,
      Clock clock,
      MeterRegistry meters) {
    this.store = new DueStore(scheduler);
    this.database = database;
    this.handlers =
        handlers.stream()
            .collect(Collectors.toUnmodifiableMap(h -> h.kind().number(), handler -> handler));
    this.clock = clock;
    this.meters = meters;
    this.timer =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("scheduler").daemon(true).factory());
    var _ =
        timer.scheduleWithFixedDelay(
            this::tick, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void tick() {
    try {
      Map<WorkspaceId, List<Due>> found =
          store.due(busy, handlers.keySet(), ITEMS).stream()
              .collect(
                  Collectors.groupingBy(Due::workspace, LinkedHashMap::new, Collectors.toList()));
      found.forEach(
          (workspace, items) -> {
            busy.add(workspace);
            workers.execute(() -> work(workspace, items));
          });
    } catch (SQLException | RuntimeException e) {
      log.atWarn().addKeyValue("event", "scheduler_failed").setCause(e).log();
    }
  }

  private void work(WorkspaceId workspace, List<Due> items) {
    try {
      for (Due due : items) {
        if (Thread.currentThread().isInterrupted()) {
          return;
        }
        work(due);
      }
    } finally {
      busy.remove(workspace);
    }
  }

  private void work(Due due) {
    DueHandler handler = Objects.requireNonNull(handlers.get(due.kind()));
    String outcome = "failed";
    try {
      outcome = attempt(handler, due);
    } catch (RuntimeException e) {
      log.atWarn()
          .addKeyValue("event", "due_item_failed")
          .addKeyValue("workspace", due.workspace())
          .addKeyValue("item", due.id())
          .setCause(e)
          .log();
    }
    meters.counter("parley.schedule.items", "outcome", outcome).increment();
  }

  private String attempt(DueHandler handler, Due due) {
    Optional<Instant> begun =
        database.write(
            due.workspace(), handle -> DueItems.take(handle, due.workspace(), due.id(), LEASE));
    if (begun.isEmpty()) {
      return "taken";
    }
    String outcome = "given_up";
    if (begun.get().plus(REPEATABLE).isAfter(clock.instant())) {
      outcome = fire(handler, due);
      if (outcome.equals("later")) {
        return outcome;
      }
    }
    var _ =
        database.write(
            due.workspace(),
            handle -> {
              end(handle, handler, due);
              return true;
            });
    return outcome;
  }

  private static void end(Handle handle, DueHandler handler, Due due) {
    Optional<Instant> next = handler.next(handle, due.workspace(), due.id());
    if (next.isPresent()) {
      DueItems.again(handle, due.workspace(), due.id(), next.get());
      return;
    }
    handler.finish(handle, due.workspace(), due.id());
    DueItems.delete(handle, due.workspace(), due.id());
  }

  /// What is refused for good is over: whoever asked for it may not have it any more.
  private static String fire(DueHandler handler, Due due) {
    try {
      handler.fire(due.workspace(), due.id());
      return "done";
    } catch (Refusal refusal) {
      return LATER.contains(refusal.code()) ? "later" : "refused";
    }
  }

  /// Stops looking and waits a little for what is under way.
  @Override
  public void close() {
    timer.shutdownNow();
    workers.shutdown();
    try {
      if (!workers.awaitTermination(5, TimeUnit.SECONDS)) {
        workers.shutdownNow();
      }
    } catch (InterruptedException e) {
      workers.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
