package dev.parley.storage.writer;

import dev.parley.kernel.Refusal;
import dev.parley.kernel.StreamKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One try at committing some changes: everything up to the commit, in one transaction. Belongs to
/// one commit thread and is used once.
final class Attempt {
  private final Map<Class<?>, ChangeKind<?, ?>> kinds;
  private final Map<Pending<?>, Item<?, ?>> items = new LinkedHashMap<>();
  private final Postponed skipped = new Postponed();
  private final Set<StreamKey> held = new HashSet<>();
  private @Nullable Batch batch;

  Attempt(Map<Class<?>, ChangeKind<?, ?>> kinds) {
    this.kinds = kinds;
  }

  /// Locks heads and lets the kinds do their work. The caller commits or rolls back.
  void run(Connection connection, long batchId, List<Pending<?>> pendings, ClockGuard clockGuard)
      throws SQLException {
    Set<StreamKey> streams = new HashSet<>();
    pendings.forEach(pending -> streams.addAll(pending.change().streams()));
    HeadLock.Locked locked = HeadLock.free(connection, streams);
    Set<StreamKey> missing = new HashSet<>(streams);
    missing.removeAll(locked.heads().keySet());
    if (!missing.isEmpty()) {
      held.addAll(HeadLock.existing(connection, missing));
    }
    Batch current = new Batch(connection, batchId, locked, clockGuard);
    batch = current;
    if (!clockGuard.trusts(locked.nowMicros())) {
      pendings.forEach(pending -> refuse(pending, new Refusal("clock_skew")));
      return;
    }
    for (List<Pending<?>> group : groups(pendings, missing)) {
      ChangeKind<?, ?> kind = kinds.get(group.getFirst().change().getClass());
      if (kind == null) {
        throw new IllegalStateException("no kind for " + group.getFirst().change().getClass());
      }
      runGroup(kind, current, group);
    }
    current.writeEvents();
  }

  /// The changes by class, in order, without those whose streams are held or unknown.
  private List<List<Pending<?>>> groups(List<Pending<?>> pendings, Set<StreamKey> missing) {
    Map<Class<?>, List<Pending<?>>> groups = new LinkedHashMap<>();
    for (Pending<?> pending : pendings) {
      if (skipped.blocks(pending)) {
        skipped.add(pending);
        continue;
      }
      List<StreamKey> absent =
          pending.change().streams().stream().filter(missing::contains).toList();
      if (absent.isEmpty()) {
        groups.computeIfAbsent(pending.change().getClass(), _ -> new ArrayList<>()).add(pending);
      } else if (held.containsAll(absent)) {
        skipped.add(pending);
      } else {
        refuse(pending, new Refusal("channel_not_found"));
      }
    }
    return List.copyOf(groups.values());
  }

  private <R> void refuse(Pending<R> pending, Refusal refusal) {
    Item<Change<R>, R> item = new Item<>(pending.change());
    item.refuse(refusal);
    items.put(pending, item);
  }

  @SuppressWarnings("unchecked") // a kind gets changes of the class it was registered for
  private <C extends Change<R>, R> void runGroup(
      ChangeKind<?, ?> untyped, Batch current, List<Pending<?>> group) throws SQLException {
    ChangeKind<C, R> kind = (ChangeKind<C, R>) untyped;
    List<Item<C, R>> all = new ArrayList<>(group.size());
    for (Pending<?> pending : group) {
      Item<C, R> item = new Item<>(kind.type().cast(pending.change()));
      items.put(pending, item);
      all.add(item);
    }
    kind.commit(current, all);
  }

  /// Tells every requester the outcome; call once the commit is known to have happened.
  void complete() {
    items.forEach(Attempt::complete);
  }

  @SuppressWarnings("unchecked") // an item carries the result type of its pending change
  private static <R> void complete(Pending<R> pending, Item<?, ?> item) {
    pending.complete((Item<?, R>) item);
  }

  /// Changes that have to wait because somebody else holds a head of theirs, or of one before them
  /// on the same stream.
  Set<Pending<?>> skipped() {
    return skipped.changes();
  }

  /// The streams that somebody else holds.
  Set<StreamKey> held() {
    return held;
  }

  /// Changes that took part.
  List<Pending<?>> taken() {
    return List.copyOf(items.keySet());
  }

  Batch batch() {
    if (batch == null) {
      throw new IllegalStateException("not run");
    }
    return batch;
  }
}
