package dev.parley.storage.writer;

import dev.parley.kernel.Refusal;
import java.sql.SQLException;
import java.util.List;

/// A kind whose changes are so rare that they are decided and written one by one.
public abstract class SingleKind<C extends Change<R>, R> implements ChangeKind<C, R> {
  private final Class<C> type;

  protected SingleKind(Class<C> type) {
    this.type = type;
  }

  @Override
  public final Class<C> type() {
    return type;
  }

  @Override
  public final void commit(Batch batch, List<Item<C, R>> items) throws SQLException {
    for (Item<C, R> item : items) {
      try {
        item.answer(apply(batch, item.change()));
      } catch (Refusal refusal) {
        item.refuse(refusal);
      }
    }
  }

  /// Decides about one change and writes it.
  ///
  /// @return what the requester learns
  /// @throws Refusal if it is not to be made; nothing may have been written yet
  protected abstract R apply(Batch batch, C change) throws SQLException;
}
