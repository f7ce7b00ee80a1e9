package dev.parley.storage.writer;

import dev.parley.kernel.IdGenerator;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.StreamKey;
import dev.parley.storage.DatabaseRole;
import dev.parley.storage.Databases;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Commits changes in batches, one in flight. See the package for the model. The only user of the
/// writer's role.
public final class CommitLoop implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(CommitLoop.class);
  private static final Duration IDLE = Duration.ofSeconds(60);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration RECONNECT_PAUSE = Duration.ofMillis(200);

  private static final String FIND_BATCH =
      """
      select 1 from event
       where workspace_id = ? and stream_id = ? and event_offset = ? and batch_id = ?
      """;

  private final Databases databases;
  private final IdGenerator ids;
  private final CommitConfig config;
  private final CommitListener listener;
  private final ClockGuard clockGuard;
  private final Map<Class<?>, ChangeKind<?, ?>> kinds = new HashMap<>();
  private final BatchQueue queue;
  private final Thread thread;
  private final DistributionSummary batchSizes;
  private final Timer commits;
  private final Counter faults;
  private final Counter unknownCommits;
  private final Counter skips;
  private @Nullable Connection connection;

  /// Starts the loop's thread.
  public CommitLoop(
      Databases databases,
      IdGenerator ids,
      CommitConfig config,
      List<ChangeKind<?, ?>> kinds,
      CommitListener listener,
      ClockGuard clockGuard,
      MeterRegistry meters) {
    this.databases = databases;
    this.ids = ids;
    this.config = config;
    this.listener = listener;
    this.clockGuard = clockGuard;
    kinds.forEach(kind -> this.kinds.put(kind.type(), kind));
    this.queue = new BatchQueue(config.queueCapacity());
    this.batchSizes = meters.summary("parley.writer.batch.size");
    this.commits = meters.timer("parley.writer.batch.time");
    this.faults = meters.counter("parley.writer.faults");
    this.unknownCommits = meters.counter("parley.writer.unknown.commits");
    this.skips = meters.counter("parley.writer.skipped");
    var _ = Gauge.builder("parley.writer.queue", queue, BatchQueue::size).register(meters);
    this.thread = Thread.ofPlatform().name("commit-loop").daemon(true).unstarted(this::loop);
    this.thread.start();
  }

  /// Asks for a change. The future completes when it is durable, or with a [Refusal].
  public <R> CompletableFuture<R> submit(Change<R> change) {
    Pending<R> pending = new Pending<>(change);
    if (!queue.offer(pending)) {
      pending.fail(new Refusal("service_unavailable", "too many changes are waiting"));
    }
    return pending.future();
  }

  private void loop() {
    try {
      while (!queue.isFinished()) {
        List<Pending<?>> batch = queue.take(config.batchSize(), IDLE.toMillis());
        if (!batch.isEmpty()) {
          process(batch);
        }
      }
    } catch (InterruptedException e) {
      // Closing: whoever still waits is told below.
    } finally {
      closeConnection();
      queue.drain().forEach(pending -> pending.fail(new Refusal("service_unavailable")));
    }
  }

  /// Commits changes, halving them as long as the whole fails.
  private void process(List<Pending<?>> pendings) throws InterruptedException {
    Attempt attempt = new Attempt(kinds);
    try {
      commit(attempt, pendings);
    } catch (SQLException | RuntimeException e) {
      if (isConnectionLost(e)) {
        closeConnection();
        log.atWarn().addKeyValue("event", "writer_database_lost").setCause(e).log();
        queue.putBack(pendings);
        Thread.sleep(RECONNECT_PAUSE);
        return;
      }
      rollback();
      if (pendings.size() == 1) {
        faults.increment();
        log.atError().addKeyValue("event", "change_failed").setCause(e).log();
        pendings.getFirst().fail(e);
        return;
      }
      int half = pendings.size() / 2;
      process(pendings.subList(0, half));
      process(pendings.subList(half, pendings.size()));
    }
  }

  private void commit(Attempt attempt, List<Pending<?>> pendings)
      throws SQLException, InterruptedException {
    long started = System.nanoTime();
    Connection current = connection();
    attempt.run(current, ids.newId(), pendings, clockGuard);
    boolean known = true;
    try {
      current.commit();
      known = current.getWarnings() == null;
    } catch (SQLException e) {
      if (!isConnectionLost(e)) {
        throw e;
      }
      known = false;
    }
    if (!known && !attempt.batch().events().isEmpty()) {
      unknownCommits.increment();
      closeConnection();
      if (!wasCommitted(attempt)) {
        queue.putBack(pendings);
        return;
      }
    }
    commits.record(Duration.ofNanos(System.nanoTime() - started));
    batchSizes.record(attempt.taken().size());
    finish(attempt);
  }

  private void finish(Attempt attempt) {
    Batch batch = attempt.batch();
    attempt.complete();
    if (!batch.events().isEmpty()) {
      listener.committed(batch.id(), batch.workspaces(), batch.events());
    }
    if (!attempt.skipped().isEmpty()) {
      skips.increment(attempt.skipped().size());
      queue.hold(attempt.held(), System.nanoTime() + config.heldPause().toNanos());
      queue.putBack(attempt.skipped());
    }
  }

  /// Finds out, as soon as the database answers, whether a batch was committed. Locking its heads
  /// waits for the transaction whose outcome is unknown, if it is still there.
  private boolean wasCommitted(Attempt attempt) throws InterruptedException {
    CommittedEvent first = attempt.batch().events().getFirst();
    while (true) {
      try {
        Connection current = connection();
        var _ = HeadLock.all(current, attempt.batch().streams());
        boolean found = isStored(current, first.stream(), first.offset(), attempt.batch().id());
        current.rollback();
        return found;
      } catch (SQLException e) {
        log.atWarn().addKeyValue("event", "writer_outcome_unknown").setCause(e).log();
        closeConnection();
        Thread.sleep(RECONNECT_PAUSE);
      }
    }
  }

  private static boolean isStored(
      Connection connection, StreamKey stream, long offset, long batchId) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(FIND_BATCH)) {
      statement.setLong(1, stream.workspace());
      statement.setLong(2, stream.stream());
      statement.setLong(3, offset);
      statement.setLong(4, batchId);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }

  private Connection connection() throws SQLException {
    Connection current = connection;
    if (current == null) {
      current = databases.connect(DatabaseRole.WRITER);
      connection = current;
    }
    current.clearWarnings();
    return current;
  }

  private void rollback() {
    try {
      if (connection != null) {
        connection.rollback();
      }
    } catch (SQLException e) {
      closeConnection();
    }
  }

  private void closeConnection() {
    try {
      if (connection != null) {
        connection.close();
      }
    } catch (SQLException e) {
      log.atDebug().addKeyValue("event", "writer_close_failed").setCause(e).log();
    }
    connection = null;
  }

  /// Whether the failure is the connection's and not the changes': class 08, or the server going
  /// away.
  private static boolean isConnectionLost(Exception e) {
    if (!(e instanceof SQLException failure)) {
      return false;
    }
    String state = failure.getSQLState();
    return state == null || state.startsWith("08") || state.startsWith("57P");
  }

  /// Commits what waits and stops.
  @Override
  public void close() {
    queue.close();
    try {
      if (!thread.join(PATIENCE)) {
        thread.interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
