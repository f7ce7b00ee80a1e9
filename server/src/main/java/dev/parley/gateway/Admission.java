package dev.parley.gateway;

import dev.parley.gateway.Authenticator.Principal;
import dev.parley.gateway.hub.GatewayMetrics.RefusalReason;
import dev.parley.kernel.StreamKey;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// Decides whether a node takes another connection. Safe for use by many threads.
///
/// A connection passes [#knock()] when it arrives, [#enter(Principal)] when it is known whose it
/// is, and gives back what it took: [#handshakeDone()], [#leave(Principal)], [#resumed()].
final class Admission {
  private final GatewayConfig.Admission limits;
  private final Consumer<Principal> firstOrLast;
  private final AtomicInteger handshakes = new AtomicInteger();
  private final AtomicInteger resuming = new AtomicInteger();
  private final ConcurrentHashMap<StreamKey, Integer> connections = new ConcurrentHashMap<>();
  private final AtomicInteger present = new AtomicInteger();
  private double tokens;
  private long refilledAt;
  private volatile boolean draining;

  /// @param firstOrLast told of whoever has their first connection, or no longer has any
  Admission(GatewayConfig.Admission limits, Consumer<Principal> firstOrLast) {
    this.firstOrLast = firstOrLast;
    this.limits = limits;
    this.tokens = limits.burst();
    this.refilledAt = System.nanoTime();
  }

  /// From now on nobody is let in.
  void drain() {
    draining = true;
  }

  /// Lets a new connection authenticate, or says why not.
  Optional<RefusalReason> knock() {
    if (draining) {
      return Optional.of(RefusalReason.DRAINING);
    }
    if (resuming.get() >= limits.resumes()) {
      return Optional.of(RefusalReason.RESUMES_IN_FLIGHT);
    }
    if (!takeToken()) {
      return Optional.of(RefusalReason.ACCEPT_RATE);
    }
    if (handshakes.incrementAndGet() > limits.handshakes()) {
      handshakes.decrementAndGet();
      return Optional.of(RefusalReason.HANDSHAKES_IN_FLIGHT);
    }
    return Optional.empty();
  }

  void handshakeDone() {
    handshakes.decrementAndGet();
  }

  /// Counts a connection in for its person and workspace, or says why not.
  Optional<RefusalReason> enter(Principal principal) {
    int own = count(user(principal), limits.perUser());
    if (own == 0) {
      return Optional.of(RefusalReason.USER_CONNECTIONS);
    }
    if (count(workspace(principal), limits.perWorkspace()) == 0) {
      var _ = uncount(user(principal));
      return Optional.of(RefusalReason.WORKSPACE_CONNECTIONS);
    }
    resuming.incrementAndGet();
    present.incrementAndGet();
    if (own == 1) {
      firstOrLast.accept(principal);
    }
    return Optional.empty();
  }

  /// The connection has been sent everything, or is gone before that.
  void resumed() {
    resuming.decrementAndGet();
  }

  /// How many connections there are.
  int connections() {
    return present.get();
  }

  /// How many connections a person or a workspace has.
  int connectionsOf(StreamKey whose) {
    return connections.getOrDefault(whose, 0);
  }

  void leave(Principal principal) {
    present.decrementAndGet();
    int left = uncount(user(principal));
    var _ = uncount(workspace(principal));
    if (left == 0) {
      firstOrLast.accept(principal);
    }
  }

  private synchronized boolean takeToken() {
    long now = System.nanoTime();
    double refill = (now - refilledAt) / 1e9 * limits.perSecond();
    tokens = Math.min(limits.burst(), tokens + refill);
    refilledAt = now;
    if (tokens < 1) {
      return false;
    }
    tokens--;
    return true;
  }

  /// Counts one more unless there are too many.
  ///
  /// @return how many there are then; 0 if it was not counted
  private int count(StreamKey whose, int limit) {
    AtomicInteger counted = new AtomicInteger();
    connections.compute(
        whose,
        (key, now) -> {
          int taken = now == null ? 0 : now;
          counted.set(taken < limit ? taken + 1 : 0);
          return taken < limit ? Integer.valueOf(taken + 1) : now;
        });
    return counted.get();
  }

  private int uncount(StreamKey whose) {
    Integer left = connections.computeIfPresent(whose, (key, now) -> now <= 1 ? null : now - 1);
    return left == null ? 0 : left;
  }

  private static StreamKey user(Principal principal) {
    return StreamKey.of(principal.workspace(), principal.user());
  }

  private static StreamKey workspace(Principal principal) {
    return StreamKey.of(principal.workspace());
  }
}
