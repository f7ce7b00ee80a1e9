package dev.parley.storage.writer;

import dev.parley.kernel.Refusal;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Waits for what became of a submitted change, on a thread that may block.
public final class Outcome {
  private static final long PATIENCE_SECONDS = 15;

  private Outcome() {}

  /// @throws Refusal the change's own, or `service_unavailable` if it is not known in time; the
  ///     change may still be made then, and asking again with the same ids is safe
  public static <R> R await(CompletableFuture<R> future) {
    try {
      return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Refusal refusal) {
        throw refusal;
      }
      throw new IllegalStateException("a change failed", e.getCause());
    } catch (TimeoutException e) {
      throw new Refusal("service_unavailable", "the database does not answer");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refusal("service_unavailable", "interrupted");
    }
  }
}
