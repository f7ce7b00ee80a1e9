package dev.parley.storage.writer;

import java.sql.SQLException;
import java.util.List;

/// A kind that first decides about all changes of a batch, set by set, and then writes those that
/// are left, and needs to remember nothing between the two.
public abstract class CheckedKind<C extends Change<R>, R> implements ChangeKind<C, R> {
  private final Class<C> type;

  protected CheckedKind(Class<C> type) {
    this.type = type;
  }

  @Override
  public final Class<C> type() {
    return type;
  }

  @Override
  public final void commit(Batch batch, List<Item<C, R>> items) throws SQLException {
    admit(batch, items);
    List<Item<C, R>> open = Item.open(items);
    if (!open.isEmpty()) {
      write(batch, open);
    }
  }

  /// Refuses what is not to be made, answers what needs no writing.
  protected abstract void admit(Batch batch, List<Item<C, R>> items) throws SQLException;

  /// Writes the changes and answers each.
  ///
  /// @param items not empty
  protected abstract void write(Batch batch, List<Item<C, R>> items) throws SQLException;
}
