package dev.parley.storage.writer;

import dev.parley.kernel.Refusal;
import java.util.concurrent.CompletableFuture;

/// A submitted change until it is done.
final class Pending<R> {
  private final Change<R> change;
  private final CompletableFuture<R> future = new CompletableFuture<>();

  Pending(Change<R> change) {
    this.change = change;
  }

  Change<R> change() {
    return change;
  }

  CompletableFuture<R> future() {
    return future;
  }

  void fail(Throwable cause) {
    future.completeExceptionally(cause);
  }

  void complete(Item<?, R> item) {
    Refusal refusal = item.refusal();
    R result = item.result();
    if (refusal != null) {
      future.completeExceptionally(refusal);
    } else if (result != null) {
      future.complete(result);
    } else {
      future.completeExceptionally(
          new IllegalStateException("no result for " + change.getClass().getSimpleName()));
    }
  }
}
