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
final class BatchQueue {
  private static final int TURN = 16;
  private static final int SCAN = 4_096;

  private final int capacity;
  private final Map<Long, ArrayDeque<Pending<?>>> lanes = new LinkedHashMap<>();
  private final Map<StreamKey, Long> heldUntil = new HashMap<>();
  private int size;
  private boolean closed;

  BatchQueue(int capacity) {
    this.capacity = capacity;
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

  /// Waits for changes and takes up to `max` of them; empty when closed and drained or when
  /// `waitMillis` have passed.
  synchronized List<Pending<?>> take(int max, long waitMillis) throws InterruptedException {
    long deadline = System.nanoTime() + waitMillis * 1_000_000;
    while (true) {
      List<Pending<?>> batch = collect(max);
      long left = deadline - System.nanoTime();
      if (!batch.isEmpty() || (closed && size == 0) || left <= 0) {
        return batch;
      }
      long pause = heldUntil.isEmpty() ? left / 1_000_000 : 2;
      wait(Math.max(1, pause));
    }
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

  private List<Pending<?>> collect(int max) {
    long now = System.nanoTime();
    heldUntil.values().removeIf(until -> until - now <= 0);
    List<Pending<?>> batch = new ArrayList<>();
    Set<StreamKey> blocked = new HashSet<>(heldUntil.keySet());
    Map<Object, Boolean> touched = new HashMap<>();
    Map<Long, Iterator<Pending<?>>> turns = new LinkedHashMap<>();
    lanes.forEach((workspace, lane) -> turns.put(workspace, lane.iterator()));
    while (batch.size() < max && !turns.isEmpty()) {
      turns.values().removeIf(lane -> !takeTurn(lane, batch, max, blocked, touched));
    }
    rotate(batch);
    return batch;
  }

  /// Takes up to [#TURN] changes of a lane; false when the lane has nothing more for this batch.
  private boolean takeTurn(
      Iterator<Pending<?>> lane,
      List<Pending<?>> batch,
      int max,
      Set<StreamKey> blocked,
      Map<Object, Boolean> touched) {
    int taken = 0;
    for (int scanned = 0; scanned < SCAN && lane.hasNext(); scanned++) {
      if (taken == TURN || batch.size() == max) {
        return true;
      }
      Pending<?> pending = lane.next();
      Change<?> change = pending.change();
      if (mayJoin(change, blocked, touched)) {
        change
            .touches()
            .forEach(touch -> touched.merge(touch.thing(), touch.exclusive(), Boolean::logicalOr));
        lane.remove();
        size--;
        batch.add(pending);
        taken++;
      } else {
        blocked.addAll(change.streams());
      }
    }
    return false;
  }

  private static boolean mayJoin(
      Change<?> change, Set<StreamKey> blocked, Map<Object, Boolean> touched) {
    for (StreamKey stream : change.streams()) {
      if (blocked.contains(stream)) {
        return false;
      }
    }
    for (Change.Touch touch : change.touches()) {
      Boolean exclusive = touched.get(touch.thing());
      if (exclusive != null && (exclusive || touch.exclusive())) {
        return false;
      }
    }
    return true;
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
