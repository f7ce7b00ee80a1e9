package dev.parley.storage.writer;

import dev.parley.kernel.StreamKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Changes of a taken batch that have to wait. Those behind them on the same streams wait too, so
/// that each stream keeps its order. Belongs to one commit thread.
final class Postponed {
  private final Set<Pending<?>> changes = new HashSet<>();
  private final Set<StreamKey> streams = new HashSet<>();

  void add(Pending<?> pending) {
    changes.add(pending);
    streams.addAll(pending.change().streams());
  }

  void addAll(Iterable<? extends Pending<?>> pendings) {
    pendings.forEach(this::add);
  }

  /// Whether a change has to wait behind one that waits.
  boolean blocks(Pending<?> pending) {
    return pending.change().streams().stream().anyMatch(streams::contains);
  }

  /// The changes, in order, that need not wait; the others wait from now on.
  List<Pending<?>> pass(List<Pending<?>> pendings) {
    List<Pending<?>> passed = new ArrayList<>(pendings.size());
    for (Pending<?> pending : pendings) {
      if (blocks(pending)) {
        add(pending);
      } else {
        passed.add(pending);
      }
    }
    return passed;
  }

  /// The changes of a batch that wait, in the batch's order.
  List<Pending<?>> of(List<Pending<?>> batch) {
    return batch.stream().filter(changes::contains).toList();
  }

  Set<Pending<?>> changes() {
    return changes;
  }
}
