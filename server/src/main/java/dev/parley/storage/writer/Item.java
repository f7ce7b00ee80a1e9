package dev.parley.storage.writer;

import dev.parley.kernel.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A change within one attempt at a batch, and what was decided about it. Belongs to the commit
/// loop's thread.
public final class Item<C extends Change<R>, R> {
  private final C change;
  private @Nullable R result;
  private @Nullable Refusal refusal;

  Item(C change) {
    this.change = change;
  }

  public C change() {
    return change;
  }

  /// The change is not to be made.
  public void refuse(Refusal reason) {
    refusal = reason;
  }

  /// What the requester will learn, when the batch is committed.
  public void answer(R value) {
    result = value;
  }

  /// Those about which nothing was decided yet.
  public static <C extends Change<R>, R> List<Item<C, R>> open(List<Item<C, R>> items) {
    return items.stream().filter(Item::isOpen).toList();
  }

  /// Whether nothing was decided yet.
  public boolean isOpen() {
    return result == null && refusal == null;
  }

  @Nullable R result() {
    return result;
  }

  @Nullable Refusal refusal() {
    return refusal;
  }
}
