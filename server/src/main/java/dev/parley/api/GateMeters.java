package dev.parley.api;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// What is counted about calls: how long each method took, and refusals by method and code. Safe
/// for many threads.
final class GateMeters {
  private static final String OTHER = "other";

  private final MeterRegistry meters;
  private final ConcurrentHashMap<String, Timer> timers = new ConcurrentHashMap<>();

  GateMeters(MeterRegistry meters) {
    this.meters = meters;
  }

  void called(String method, long nanos) {
    timers
        .computeIfAbsent(
            method,
            name ->
                Timer.builder("parley.api.call")
                    .tag("method", name)
                    .publishPercentileHistogram(false)
                    .register(meters))
        .record(Duration.ofNanos(nanos));
  }

  /// Codes that are in no table are counted as one, so that nobody can make up time series.
  void refused(String method, Set<String> ownCodes, String code) {
    String tag = ownCodes.contains(code) || ErrorCodes.GENERIC.contains(code) ? code : OTHER;
    meters.counter("parley.api.refusal", "method", method, "code", tag).increment();
  }

  void failed(String method) {
    meters.counter("parley.api.fault", "method", method).increment();
  }
}
