package dev.parley.storage.writer;

import java.sql.SQLException;
import java.util.List;

/// How changes of one kind are decided and written, a batch at a time. Called on commit threads,
/// perhaps on several at once; keeps no state between calls.
public interface ChangeKind<C extends Change<R>, R> {

  /// The class of changes this handles.
  Class<C> type();

  /// Decides about each change by fresh reads, then writes those that are to be made. Each is
  /// refused or answered in the end. The heads are locked; what is read now stays true for them
  /// until the commit.
  void commit(Batch batch, List<Item<C, R>> items) throws SQLException;
}
