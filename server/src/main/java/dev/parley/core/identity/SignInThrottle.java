package dev.parley.core.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// Slows down guessing: after a few failures each further try has to wait twice as long as the one
/// before. Counts per identity and, with more patience, per address; a count is forgotten an hour
/// after its last failure. Knows nothing of whether an identity exists. Safe for many threads.
public final class SignInThrottle {
  private static final Duration FORGOTTEN = Duration.ofHours(1);
  private static final Duration LONGEST = Duration.ofMinutes(15);

  /// Tries per identity before the first wait.
  static final int FREE_TRIES = 5;

  private static final int FREE_TRIES_PER_ADDRESS = 50;

  private final Clock clock;
  private final Cache<String, Failures> failures =
      Caffeine.newBuilder().maximumSize(100_000).expireAfterWrite(FORGOTTEN).build();

  public SignInThrottle(Clock clock) {
    this.clock = clock;
  }

  private record Failures(int count, Instant last) {}

  /// How long to wait before the next try, in whole seconds; 0 if it may be made now.
  long secondsToWait(String identity, String address) {
    return Math.max(
        wait(identityKey(identity), FREE_TRIES), wait(addressKey(address), FREE_TRIES_PER_ADDRESS));
  }

  /// Notes a failed try.
  ///
  /// @return the tries left before there is a wait
  int failed(String identity, String address) {
    var _ = count(addressKey(address));
    return Math.max(0, FREE_TRIES - count(identityKey(identity)));
  }

  /// Forgets an identity's failures; those of the address stay.
  void succeeded(String identity) {
    failures.invalidate(identityKey(identity));
  }

  private long wait(String key, int free) {
    Failures present = failures.getIfPresent(key);
    if (present == null || present.count() < free) {
      return 0;
    }
    long seconds = 1L << Math.min(20, present.count() - free);
    Instant next = present.last().plusSeconds(Math.min(seconds, LONGEST.toSeconds()));
    long left = Duration.between(clock.instant(), next).toMillis();
    return left <= 0 ? 0 : (left + 999) / 1_000;
  }

  private int count(String key) {
    return failures
        .asMap()
        .compute(
            key,
            (_, present) ->
                new Failures(present == null ? 1 : present.count() + 1, clock.instant()))
        .count();
  }

  private static String identityKey(String identity) {
    return "identity/" + identity;
  }

  private static String addressKey(String address) {
    return "address/" + address;
  }
}
