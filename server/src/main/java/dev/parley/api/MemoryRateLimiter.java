package dev.parley.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.core.access.Actor;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// Token buckets in this process: one per caller and method.
public final class MemoryRateLimiter implements RateLimiter {
  private static final int MAX_BUCKETS = 200_000;
  private static final Duration WINDOW = Duration.ofMinutes(1);

  private final Cache<Key, Bucket> buckets =
      Caffeine.newBuilder()
          .maximumSize(MAX_BUCKETS)
          .expireAfterAccess(WINDOW.multipliedBy(2))
          .build();
  private final double factor;

  /// @param factor multiplies every tier's allowance; 1 is the documented one
  public MemoryRateLimiter(double factor) {
    if (factor <= 0) {
      throw new IllegalArgumentException("factor: " + factor + " (expected: > 0)");
    }
    this.factor = factor;
  }

  @Override
  public long secondsToWait(Actor actor, Method method) {
    return take(new Key(actor.workspace().toString(), actor.user().value(), method.name()), method);
  }

  @Override
  public long secondsToWait(String address, Method method) {
    return take(new Key(address, 0, method.name()), method);
  }

  private long take(Key key, Method method) {
    ConsumptionProbe probe =
        buckets.get(key, _ -> bucket(method.tier())).tryConsumeAndReturnRemaining(1);
    return probe.isConsumed()
        ? 0
        : Math.max(1, TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill()) + 1);
  }

  private Bucket bucket(RateTier tier) {
    long capacity = Math.max(1, Math.round(tier.perMinute() * factor));
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(capacity).refillGreedy(capacity, WINDOW))
        .build();
  }

  private record Key(String owner, long user, String method) {}
}
