package dev.parley.storage.writer;

import java.sql.SQLException;
import java.util.List;

/// How changes of one kind are decided and written, a batch at a time. Called on the commit loop's
/// thread; keeps no state between batches.
public interface ChangeKind<C extends Change<R>, R> {

  /// The class of changes this handles.
  Class<C> type();

  /// Decides about each change: refuses it, answers it (nothing to write) or leaves it open. The
  /// heads are locked; what is read now stays true for them until the commit.
  void admit(Batch batch, List<Item<C, R>> items) throws SQLException;

  /// Writes the changes that are still open and says each one's result.
  void apply(Batch batch, List<Item<C, R>> items) throws SQLException;
}
