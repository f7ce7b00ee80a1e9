package dev.parley.core.identity;

import dev.parley.core.identity.PasswordHash.Cost;
import dev.parley.kernel.Refusal;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Hashes and verifies passwords, a bounded number at a time on threads of their own: each costs a
/// fiftieth of a second of a core and 19 MB, and would keep that long a thread that virtual threads
/// share. Safe for many threads; blocks, so never call it on an event loop.
public final class Passwords {
  private static final int MIN = 8;
  private static final int MAX = 512;
  private static final int MOST_WAITING = 100;
  private static final long PATIENCE_SECONDS = 10;

  private final SecureRandom random;
  private final ExecutorService threads;
  private final Cost cost;
  private final PasswordHash nobodys;

  /// @param atOnce how many may be computed at one time
  public Passwords(SecureRandom random, int atOnce) {
    this(random, atOnce, Cost.PRESENT);
  }

  Passwords(SecureRandom random, int atOnce, Cost cost) {
    this.random = random;
    this.threads =
        new ThreadPoolExecutor(
            atOnce,
            atOnce,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MOST_WAITING),
            Thread.ofPlatform().name("passwords-", 0).daemon(true).factory());
    this.cost = cost;
    this.nobodys = PasswordHash.of(Long.toString(random.nextLong()), cost, random);
  }

  /// What became of a verification.
  ///
  /// @param rehashed what to store instead, if the stored hash is cheaper than what is used now
  record Verdict(boolean isRight, Optional<String> rehashed) {}

  /// Hashes a new password.
  ///
  /// @throws Refusal `weak_password`
  public String hash(String password) {
    int length = password.codePointCount(0, password.length());
    if (length < MIN || length > MAX) {
      throw new Refusal("weak_password", "a password has at least " + MIN + " characters");
    }
    return bounded(() -> PasswordHash.of(password, cost, random).write());
  }

  /// Verifies a password; takes as long without a stored hash as with one.
  Verdict verify(String password, @Nullable String stored) {
    if (password.length() > MAX) {
      return new Verdict(false, Optional.empty());
    }
    Optional<PasswordHash> hash = stored == null ? Optional.empty() : PasswordHash.parse(stored);
    return bounded(
        () -> {
          boolean matches = hash.orElse(nobodys).matches(password);
          if (hash.isEmpty() || !matches) {
            return new Verdict(false, Optional.empty());
          }
          return new Verdict(
              true,
              hash.get().cost().isBelow(cost)
                  ? Optional.of(PasswordHash.of(password, cost, random).write())
                  : Optional.empty());
        });
  }

  private <T> T bounded(Callable<T> work) {
    Future<T> result;
    try {
      result = threads.submit(work);
    } catch (RejectedExecutionException e) {
      throw new Refusal("service_unavailable", "too many people sign in at once");
    }
    try {
      return result.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      result.cancel(false);
      throw new Refusal("service_unavailable", "too many people sign in at once");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refusal("service_unavailable", "interrupted");
    } catch (ExecutionException e) {
      throw new IllegalStateException("a password could not be hashed", e);
    }
  }
}
