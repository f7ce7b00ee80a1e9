package dev.parley.storage.writer;

import dev.parley.kernel.StreamKey;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Changes that wait for a batch, by workspace. Safe for many threads.
///
/// A batch is filled round robin, a few changes of each workspace in turn, so that a busy workspace
/// cannot push others out. Within a workspace changes of one stream keep their order: when one has
/// to wait (its stream is held, or it must not share a batch with another), those behind it on the
/// same streams wait too, and all others pass.
///
/// A batch is in flight from [#take] to [#release]. Others may be taken meanwhile, but only when a
/// full one waits, and only of changes that neither share a stream with it nor must not share a
/// batch with it. So a second batch never makes the first smaller, and order stays as with one.
final class BatchQueue {
  private static final int TURN = 16;
  private static final int SCAN = 4_096;

  private final int capacity;
  private final int batchSize;
  private final Map<Long, ArrayDeque<Pending<?>>> lanes = new LinkedHashMap<>();
  private final Map<StreamKey, Long> heldUntil = new HashMap<>();
  private final List<Taken> inFlight = new ArrayList<>();
  private int size;
  private int overlapAt;
  private boolean closed;

  BatchQueue(int capacity, int batchSize) {
    this.capacity = capacity;
    this.batchSize = batchSize;
    this.overlapAt = batchSize;
  }

  /// A batch that was taken, with what it touches.
  record Taken(List<Pending<?>> changes, Set<StreamKey> streams, Map<Object, Boolean> touched) {
    private Taken() {
      this(new ArrayList<>(), new HashSet<>(), new HashMap<>());
    }

    private void add(Pending<?> pending) {
      changes.add(pending);
      streams.addAll(pending.change().streams());
      for (Change.Touch touch : pending.change().touches()) {
        touched.merge(touch.thing(), touch.exclusive(), Boolean::logicalOr);
      }
    }

    /// Whether a change and this batch must not see each other half done.
    private boolean excludes(Change<?> change) {
      for (Change.Touch touch : change.touches()) {
        Boolean exclusive = touched.get(touch.thing());
        if (exclusive != null && (exclusive || touch.exclusive())) {
          return true;
        }
      }
      return false;
    }
  }

  /// Adds a change; false if the queue is full or closed.
  synchronized boolean offer(Pending<?> pending) {
    if (closed || size >= capacity) {
      return false;
    }
    lane(pending).addLast(pending);
    size++;
    notifyAll();
    return true;
  }

  /// Puts changes back in front of their lanes, in their order.
  synchronized void putBack(List<? extends Pending<?>> items) {
    for (Pending<?> pending : items.reversed()) {
      lane(pending).addFirst(pending);
      size++;
    }
    notifyAll();
  }

  /// Leaves changes of these streams alone until a time of [System#nanoTime].
  synchronized void hold(Set<StreamKey> streams, long untilNanos) {
    streams.forEach(stream -> heldUntil.put(stream, untilNanos));
  }

  /// Waits for changes and takes a batch of them; empty when closed and drained or when
  /// `waitMillis` have passed. To be released in any case.
  synchronized Taken take(long waitMillis) throws InterruptedException {
    long deadline = System.nanoTime() + waitMillis * 1_000_000;
    while (true) {
      Taken batch = mayTake() ? collect() : new Taken();
      long left = deadline - System.nanoTime();
      if (!batch.changes().isEmpty() || (closed && size == 0) || left <= 0) {
        inFlight.add(batch);
        return batch;
      }
      long pause = heldUntil.isEmpty() ? left / 1_000_000 : 2;
      wait(Math.max(1, pause));
    }
  }

  private boolean mayTake() {
    return inFlight.isEmpty() || size >= overlapAt;
  }

  /// A batch is done: what had to wait for it may go on.
  synchronized void release(Taken batch) {
    var _ = inFlight.remove(batch);
    overlapAt = batchSize;
    notifyAll();
  }

  synchronized int size() {
    return size;
  }

  /// Whether nothing waits and nothing will.
  synchronized boolean isFinished() {
    return closed && size == 0;
  }

  synchronized void close() {
    closed = true;
    notifyAll();
  }

  /// Takes everything that waits.
  synchronized List<Pending<?>> drain() {
    List<Pending<?>> all = new ArrayList<>();
    lanes.values().forEach(all::addAll);
    lanes.clear();
    size = 0;
    return all;
  }

  private ArrayDeque<Pending<?>> lane(Pending<?> pending) {
    return lanes.computeIfAbsent(pending.change().workspace().value(), _ -> new ArrayDeque<>());
  }

  private Taken collect() {
    long now = System.nanoTime();
    heldUntil.values().removeIf(until -> until - now <= 0);
    Taken batch = new Taken();
    Set<StreamKey> blocked = new HashSet<>(heldUntil.keySet());
    inFlight.forEach(taken -> blocked.addAll(taken.streams()));
    Map<Long, Iterator<Pending<?>>> turns = new LinkedHashMap<>();
    lanes.forEach((workspace, lane) -> turns.put(workspace, lane.iterator()));
    while (batch.changes().size() < batchSize && !turns.isEmpty()) {
      turns.values().removeIf(lane -> !takeTurn(lane, batch, blocked));
    }
    rotate(batch.changes());
    if (batch.changes().isEmpty()) {
      overlapAt = size + batchSize;
    }
    return batch;
  }

  /// Takes up to [#TURN] changes of a lane; false when the lane has nothing more for this batch.
  private boolean takeTurn(Iterator<Pending<?>> lane, Taken batch, Set<StreamKey> blocked) {
    int taken = 0;
    for (int scanned = 0; scanned < SCAN && lane.hasNext(); scanned++) {
      if (taken == TURN || batch.changes().size() == batchSize) {
        return true;
      }
      Pending<?> pending = lane.next();
      if (mayJoin(pending.change(), batch, blocked)) {
        batch.add(pending);
        lane.remove();
        size--;
        taken++;
      } else {
        blocked.addAll(pending.change().streams());
      }
    }
    return false;
  }

  private boolean mayJoin(Change<?> change, Taken batch, Set<StreamKey> blocked) {
    for (StreamKey stream : change.streams()) {
      if (blocked.contains(stream)) {
        return false;
      }
    }
    return !batch.excludes(change) && inFlight.stream().noneMatch(taken -> taken.excludes(change));
  }

  /// Lets the workspaces that were served go behind those that were not; forgets empty lanes.
  private void rotate(List<Pending<?>> batch) {
    for (Pending<?> pending : batch) {
      Long workspace = pending.change().workspace().value();
      ArrayDeque<Pending<?>> lane = lanes.remove(workspace);
      if (lane != null && !lane.isEmpty()) {
        lanes.put(workspace, lane);
      }
    }
  }
}
