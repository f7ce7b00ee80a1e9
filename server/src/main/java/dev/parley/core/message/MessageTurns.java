package dev.parley.core.message;

import dev.parley.kernel.Refusal;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// Lets those who change one message, and came too late with what they had read of it, try again
/// one after another: all at once, each would make the others come too late again. Only this node's
/// wait for each other. Safe for many threads; never wait for a turn within a turn.
final class MessageTurns {
  private static final int TURNS = 64;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Lock[] turns = new Lock[TURNS];

  MessageTurns() {
    Arrays.setAll(turns, _ -> new ReentrantLock(true));
  }

  /// Does something when nobody else of this node is trying the same message again.
  ///
  /// @throws Refusal `service_unavailable` if that takes too long
  <R> R inTurn(MessageTarget target, Supplier<R> task) {
    Lock turn = turns[Math.floorMod(target.hashCode(), TURNS)];
    enter(turn);
    try {
      return task.get();
    } finally {
      turn.unlock();
    }
  }

  private static void enter(Lock turn) {
    try {
      if (!turn.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new Refusal("service_unavailable", "the message keeps changing");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refusal("service_unavailable", "interrupted");
    }
  }
}
