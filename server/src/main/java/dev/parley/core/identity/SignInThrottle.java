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

  /// Begins a try, which counts as failed until [#succeeded] or [#abandoned]: tries that are made
  /// at once cannot pass together.
  ///
  /// @return 0, or in how many whole seconds a try may be made; then this one does not count
  long begin(String identity, String address) {
    long wait = begin(identityKey(identity), FREE_TRIES);
    if (wait > 0) {
      return wait;
    }
    wait = begin(addressKey(address), FREE_TRIES_PER_ADDRESS);
    if (wait > 0) {
      giveBack(identityKey(identity));
    }
    return wait;
  }

  /// The tries left before there is a wait.
  int left(String identity) {
    Failures present = failures.getIfPresent(identityKey(identity));
    return present == null ? FREE_TRIES : Math.max(0, FREE_TRIES - present.count());
  }

  /// Forgets an identity's failures; those of the address stay, without this try.
  void succeeded(String identity, String address) {
    failures.invalidate(identityKey(identity));
    giveBack(addressKey(address));
  }

  /// The try came to no verdict.
  void abandoned(String identity, String address) {
    giveBack(identityKey(identity));
    giveBack(addressKey(address));
  }

  private long begin(String key, int free) {
    Instant now = clock.instant();
    long[] wait = new long[1];
    var _ =
        failures
            .asMap()
            .compute(
                key,
                (_, present) -> {
                  wait[0] = present == null ? 0 : wait(present, free, now);
                  int before = present == null ? 0 : present.count();
                  return wait[0] > 0 && present != null ? present : new Failures(before + 1, now);
                });
    return wait[0];
  }

  private void giveBack(String key) {
    var _ =
        failures
            .asMap()
            .computeIfPresent(
                key,
                (_, present) ->
                    present.count() <= 1
                        ? null
                        : new Failures(present.count() - 1, present.last()));
  }

  private static long wait(Failures present, int free, Instant now) {
    if (present.count() < free) {
      return 0;
    }
    long seconds = 1L << Math.min(20, present.count() - free);
    Instant next = present.last().plusSeconds(Math.min(seconds, LONGEST.toSeconds()));
    long left = Duration.between(now, next).toMillis();
    return left <= 0 ? 0 : (left + 999) / 1_000;
  }

  private static String identityKey(String identity) {
    return "identity/" + identity;
  }

  private static String addressKey(String address) {
    return "address/" + address;
  }
}
