package dev.parley.storage.outbox;

import dev.parley.fanout.Broker;
import dev.parley.fanout.Signal;
import dev.parley.kernel.StreamKey;
import dev.parley.storage.outbox.OutboxStore.RowKey;
import dev.parley.storage.writer.CommitListener;
import dev.parley.storage.writer.CommittedEvent;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Publishes what this node's commit loop has made durable, in commit order, on a thread of its
/// own; and once a second the heads it moved, which uncovers publications that a broker lost.
///
/// Whatever it could not publish stays in the outbox and is the relay's. Safe for many threads.
public final class OutboxPublisher implements CommitListener, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(OutboxPublisher.class);
  private static final int CAPACITY = 4_096;

  private final Broker broker;
  private final LinkedBlockingQueue<Committed> queue = new LinkedBlockingQueue<>(CAPACITY);
  private final Object lock = new Object();
  private final Set<RowKey> pending = new HashSet<>();
  private final Set<RowKey> published = new HashSet<>();
  private final Map<StreamKey, Long> movedHeads = new HashMap<>();
  private final Counter publications;
  private final Counter failures;
  private final Thread thread;

  public OutboxPublisher(Broker broker, MeterRegistry meters) {
    this.broker = broker;
    this.publications = meters.counter("parley.outbox.published");
    this.failures = meters.counter("parley.outbox.failures");
    this.thread = Thread.ofPlatform().name("outbox-publisher").daemon(true).unstarted(this::loop);
    this.thread.start();
  }

  private record Committed(List<RowKey> rows, List<CommittedEvent> events) {}

  @Override
  public void committed(long batchId, Set<Long> workspaces, List<CommittedEvent> events) {
    List<RowKey> rows =
        workspaces.stream().map(workspace -> new RowKey(workspace, batchId)).toList();
    synchronized (lock) {
      pending.addAll(rows);
    }
    if (!queue.offer(new Committed(rows, events))) {
      failures.increment();
      synchronized (lock) {
        rows.forEach(pending::remove);
      }
    }
  }

  private void loop() {
    try {
      while (true) {
        List<Committed> batches = new ArrayList<>();
        batches.add(queue.take());
        queue.drainTo(batches, 63);
        publish(batches);
      }
    } catch (InterruptedException e) {
      // Closing: what is left stays in the outbox.
    }
  }

  private void publish(List<Committed> batches) {
    List<Signal> signals = new ArrayList<>();
    List<Committed> encoded = batches.stream().filter(batch -> encode(batch, signals)).toList();
    try {
      broker.publish(signals);
      publications.increment(signals.size());
      synchronized (lock) {
        for (Committed batch : encoded) {
          published.addAll(batch.rows());
          batch.events().forEach(this::moved);
        }
      }
    } catch (RuntimeException | Error e) {
      failed(e);
    } finally {
      synchronized (lock) {
        batches.forEach(batch -> batch.rows().forEach(pending::remove));
      }
    }
  }

  /// Adds a batch's events to what is published; one that cannot be encoded is left to the relay.
  private boolean encode(Committed batch, List<Signal> signals) {
    try {
      signals.addAll(
          batch.events().stream()
              .map(event -> new Signal.Event(event.stream(), event.publication().get()))
              .toList());
      return true;
    } catch (RuntimeException | Error e) {
      failed(e);
      return false;
    }
  }

  private void failed(Throwable cause) {
    failures.increment();
    log.atWarn().addKeyValue("event", "publish_failed").setCause(cause).log();
  }

  private void moved(CommittedEvent event) {
    movedHeads.merge(event.stream(), event.offset(), Math::max);
  }

  /// Publishes the heads that moved since the last call.
  void publishHeads() {
    List<Signal> heads = new ArrayList<>();
    synchronized (lock) {
      movedHeads.forEach((stream, offset) -> heads.add(new Signal.Head(stream, offset)));
      movedHeads.clear();
    }
    broker.publish(heads);
  }

  /// Takes the rows that were published and can be deleted.
  Set<RowKey> takePublished() {
    synchronized (lock) {
      Set<RowKey> rows = new HashSet<>(published);
      published.clear();
      return rows;
    }
  }

  /// Whether a row is still to be published by this node, or was and is about to be deleted.
  boolean isOurs(RowKey row) {
    synchronized (lock) {
      return pending.contains(row) || published.contains(row);
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
