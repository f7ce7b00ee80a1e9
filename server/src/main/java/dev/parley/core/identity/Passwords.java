package dev.parley.core.identity;

import dev.parley.core.identity.PasswordHash.Cost;
import dev.parley.kernel.Refusal;
import java.security.SecureRandom;
import java.util.List;
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
  private static final String GENERATED_FROM = "abcdefghijkmnpqrstuvwxyz23456789";
  private static final int GENERATED_GROUPS = 4;
  private static final int GENERATED_GROUP = 5;
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
  /// @param personal what others know of the person, which a password must not be
  /// @throws Refusal `weak_password`
  public String hash(String password, List<String> personal) {
    PasswordRules.check(password, personal);
    return bounded(() -> PasswordHash.of(password, cost, random).write());
  }

  /// A new password of 100 random bits, to be told once.
  public String generate() {
    StringBuilder password = new StringBuilder();
    for (int i = 0; i < GENERATED_GROUPS * GENERATED_GROUP; i++) {
      String gap = i > 0 && i % GENERATED_GROUP == 0 ? "-" : "";
      int place = random.nextInt(GENERATED_FROM.length());
      password.append(gap).append(GENERATED_FROM.charAt(place));
    }
    return password.toString();
  }

  /// Verifies a password; takes as long without a stored hash as with one.
  Verdict verify(String password, @Nullable String stored) {
    if (password.length() > PasswordRules.MOST) {
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
