package dev.parley.storage.writer;

import dev.parley.kernel.IdGenerator;
import dev.parley.kernel.Refusal;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/// Commits changes in batches. See the package for the model. The only user of the writer's role.
public final class CommitLoop implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final BatchQueue queue;
  private final List<CommitLane> lanes;

  /// Starts the loop's threads.
  public CommitLoop(
      WriterDatabase database,
      IdGenerator ids,
      CommitConfig config,
      List<ChangeKind<?, ?>> kinds,
      CommitListener listener,
      ClockGuard clockGuard,
      MeterRegistry meters) {
    this.queue = new BatchQueue(config.queueCapacity(), config.batchSize());
    Map<Class<?>, ChangeKind<?, ?>> byClass = new HashMap<>();
    kinds.forEach(kind -> byClass.put(kind.type(), kind));
    CommitLane.Parts parts =
        new CommitLane.Parts(
            database,
            ids,
            Map.copyOf(byClass),
            listener,
            clockGuard,
            CommitMeters.of(meters, queue));
    this.lanes =
        IntStream.rangeClosed(1, config.lanes())
            .mapToObj(number -> new CommitLane(number, queue, config.heldPause(), parts))
            .toList();
  }

  /// Asks for a change. The future completes when it is durable, or with a [Refusal].
  public <R> CompletableFuture<R> submit(Change<R> change) {
    Pending<R> pending = new Pending<>(change);
    if (!queue.offer(pending)) {
      pending.fail(new Refusal("service_unavailable", "too many changes are waiting"));
    }
    return pending.future();
  }

  /// Commits what waits and stops.
  @Override
  public void close() {
    queue.close();
    try {
      for (CommitLane lane : lanes) {
        lane.join(PATIENCE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
