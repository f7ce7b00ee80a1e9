package dev.parley.gateway.hub;

import dev.parley.gateway.wire.ResyncReason;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;

/// Counts what gateways do. Safe for use by many threads.
public final class GatewayMetrics {

  /// Why a connection or a frame was refused.
  public enum RefusalReason {
    ACCEPT_RATE,
    HANDSHAKES_IN_FLIGHT,
    RESUMES_IN_FLIGHT,
    USER_CONNECTIONS,
    WORKSPACE_CONNECTIONS,
    BAD_TICKET,
    SESSION_ENDED,
    OVERLOADED,
    SERVER_FAULT,
    NOT_WEBSOCKET,
    NO_RESUME,
    PING_TIMEOUT,
    SLOW_READER,
    TOO_MANY_FRAMES,
    VIOLATION,
    DRAINING
  }

  private final Counter delivered;
  private final Counter duplicates;
  private final Counter gaps;
  private final Counter reads;
  private final Counter unreadable;
  private final Counter lookups;
  private final Counter resumes;
  private final Counter slow;
  private final Counter presences;
  private final MeterRegistry registry;

  public GatewayMetrics(MeterRegistry registry) {
    delivered = registry.counter("parley.gateway.events.delivered");
    duplicates = registry.counter("parley.gateway.events.duplicate");
    gaps = registry.counter("parley.gateway.gaps");
    reads = registry.counter("parley.gateway.reads");
    unreadable = registry.counter("parley.gateway.unreadable");
    lookups = registry.counter("parley.gateway.grant.lookups");
    resumes = registry.counter("parley.gateway.resumes");
    presences = registry.counter("parley.gateway.presences");
    slow = registry.counter("parley.gateway.slow");
    this.registry = registry;
  }

  /// Counts a connection or frame that was refused.
  public void refused(RefusalReason reason) {
    String name = reason.name().toLowerCase(Locale.ROOT);
    registry.counter("parley.gateway.refusals", "reason", name).increment();
  }

  void delivered(int connections) {
    delivered.increment(connections);
  }

  void duplicate() {
    duplicates.increment();
  }

  void gap() {
    gaps.increment();
  }

  void read() {
    reads.increment();
  }

  void unreadable() {
    unreadable.increment();
  }

  void lookup() {
    lookups.increment();
  }

  void resume() {
    resumes.increment();
  }

  /// Counts whom a connection was told of.
  void presences(int people) {
    presences.increment(people);
  }

  void slow() {
    slow.increment();
  }

  void resync(ResyncReason reason) {
    registry.counter("parley.gateway.resyncs", "reason", reason.code()).increment();
  }
}
