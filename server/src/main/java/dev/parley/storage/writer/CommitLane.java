package dev.parley.storage.writer;

import dev.parley.kernel.IdGenerator;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.StreamKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One thread and one connection that commit batches, one after the other. Of several lanes each
/// has streams of its own in flight ([BatchQueue]).
final class CommitLane {
  private static final Logger log = LoggerFactory.getLogger(CommitLane.class);
  private static final Duration IDLE = Duration.ofSeconds(60);
  private static final Duration RECONNECT_PAUSE = Duration.ofMillis(200);

  private static final String FIND_BATCH =
      """
      select 1 from event
       where workspace_id = ? and stream_id = ? and event_offset = ? and batch_id = ?
      """;

  private final BatchQueue queue;
  private final Duration heldPause;
  private final Parts parts;
  private final Thread thread;
  private @Nullable Connection connection;

  /// What all lanes share.
  record Parts(
      WriterDatabase database,
      IdGenerator ids,
      Map<Class<?>, ChangeKind<?, ?>> kinds,
      CommitListener listener,
      ClockGuard clockGuard,
      CommitMeters meters) {}

  /// Starts the lane's thread.
  CommitLane(int number, BatchQueue queue, Duration heldPause, Parts parts) {
    this.queue = queue;
    this.heldPause = heldPause;
    this.parts = parts;
    this.thread = Thread.ofPlatform().name("commit-" + number).daemon(true).unstarted(this::loop);
    this.thread.start();
  }

  private void loop() {
    try {
      while (!queue.isFinished()) {
        BatchQueue.Taken taken = queue.take(IDLE.toMillis());
        try {
          process(taken.changes());
        } catch (RuntimeException | Error e) {
          fault(taken.changes(), e);
        } catch (InterruptedException e) {
          unavailable(taken.changes());
          throw e;
        } finally {
          queue.release(taken);
        }
      }
    } catch (InterruptedException e) {
      // Closing: whoever still waits is told below.
    } finally {
      closeConnection();
      unavailable(queue.drain());
    }
  }

  /// Tells the requesters that the server stops; to those who know more this says nothing new.
  private static void unavailable(List<Pending<?>> pendings) {
    pendings.forEach(pending -> pending.fail(new Refusal("service_unavailable")));
  }

  /// Commits a batch; what cannot be committed now goes back to the queue, in its order.
  private void process(List<Pending<?>> batch) throws InterruptedException {
    Postponed postponed = new Postponed();
    process(batch, postponed);
    queue.putBack(postponed.of(batch));
  }

  /// Commits changes, halving them as long as the whole fails.
  private void process(List<Pending<?>> pendings, Postponed postponed) throws InterruptedException {
    List<Pending<?>> ready = postponed.pass(pendings);
    if (ready.isEmpty()) {
      return;
    }
    Attempt attempt = new Attempt(parts.kinds());
    boolean committed;
    try {
      committed = commit(attempt, ready);
    } catch (SQLException | RuntimeException | Error e) {
      if (isConnectionLost(e)) {
        closeConnection();
        log.atWarn().addKeyValue("event", "writer_database_lost").setCause(e).log();
        postponed.addAll(ready);
        Thread.sleep(RECONNECT_PAUSE);
        return;
      }
      rollback();
      if (ready.size() == 1) {
        fault(ready, e);
        return;
      }
      int half = ready.size() / 2;
      process(ready.subList(0, half), postponed);
      process(ready.subList(half, ready.size()), postponed);
      return;
    }
    if (committed) {
      finish(attempt);
      postponed.addAll(attempt.skipped());
    } else {
      postponed.addAll(ready);
    }
  }

  /// Tells the requesters of changes that a defect keeps from being made.
  private void fault(List<Pending<?>> pendings, Throwable cause) {
    parts.meters().faults().increment();
    log.atError().addKeyValue("event", "change_failed").setCause(cause).log();
    pendings.forEach(pending -> pending.fail(cause));
  }

  /// Commits changes; false if it is known that they are not committed because the connection was
  /// lost.
  private boolean commit(Attempt attempt, List<Pending<?>> pendings)
      throws SQLException, InterruptedException {
    long started = System.nanoTime();
    Connection current = connection();
    attempt.run(current, parts.ids().newId(), pendings, parts.clockGuard());
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
      parts.meters().unknownCommits().increment();
      closeConnection();
      if (!wasCommitted(attempt)) {
        return false;
      }
    }
    parts.meters().commits().record(Duration.ofNanos(System.nanoTime() - started));
    parts.meters().batchSizes().record(attempt.taken().size());
    return true;
  }

  private void finish(Attempt attempt) {
    Batch batch = attempt.batch();
    attempt.complete();
    if (!batch.events().isEmpty()) {
      parts.listener().committed(batch.id(), batch.workspaces(), batch.events());
    }
    if (!attempt.skipped().isEmpty()) {
      parts.meters().skips().increment(attempt.skipped().size());
      queue.hold(attempt.held(), System.nanoTime() + heldPause.toNanos());
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
      current = parts.database().connect();
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

  /// Whether the failure is the connection's and not the changes': class 08, the server going away
  /// or being one that takes no changes (25006), as after a failover.
  private static boolean isConnectionLost(Throwable e) {
    if (!(e instanceof SQLException failure)) {
      return false;
    }
    String state = failure.getSQLState();
    return state == null
        || state.startsWith("08")
        || state.startsWith("57P")
        || state.equals("25006");
  }

  /// Waits for the lane to end once its queue is closed; interrupts it if that takes too long.
  void join(Duration patience) throws InterruptedException {
    if (!thread.join(patience)) {
      thread.interrupt();
    }
  }
}
