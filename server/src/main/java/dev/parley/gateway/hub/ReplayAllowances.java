package dev.parley.gateway.hub;

import dev.parley.gateway.hub.HubConfig.ReplayAllowance;
import dev.parley.kernel.StreamKey;
import java.util.HashMap;
import java.util.Map;

/// How many events each person may still be sent again when they resume: who asks for the same
/// again and again gets `resync` instead, and costs nobody else's time. Holds only those who have
/// used something of theirs.
///
/// Confined to the loop of its hub.
final class ReplayAllowances {
  /// @param events how many were used
  /// @param atMillis when that was so; since then some have come back
  private record Used(long events, long atMillis) {}

  private final Loop loop;
  private final ReplayAllowance most;
  private final Map<StreamKey, Used> used = new HashMap<>();

  ReplayAllowances(Loop loop, ReplayAllowance most) {
    this.loop = loop;
    this.most = most;
  }

  /// Whether a person has nothing left.
  ///
  /// @param person their own stream
  boolean isSpent(StreamKey person) {
    Used present = used.get(person);
    return present != null && usedNow(present) >= most.atOnce();
  }

  /// Takes note that a person was sent events again.
  void use(StreamKey person, long events) {
    Used present = used.get(person);
    long before = present == null ? 0 : usedNow(present);
    used.put(person, new Used(before + events, loop.uptimeMillis()));
  }

  /// Forgets those who have all of theirs again. To be called now and then.
  void forgetRested() {
    used.values().removeIf(each -> usedNow(each) == 0);
  }

  private long usedNow(Used then) {
    long back = (loop.uptimeMillis() - then.atMillis()) * most.perSecond() / 1_000;
    return Math.max(0, then.events() - back);
  }
}
