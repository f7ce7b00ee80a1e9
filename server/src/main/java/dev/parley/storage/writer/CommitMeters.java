package dev.parley.storage.writer;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/// What is counted about the commit loop. Safe for many threads.
record CommitMeters(
    DistributionSummary batchSizes,
    Timer commits,
    Counter faults,
    Counter unknownCommits,
    Counter skips) {

  static CommitMeters of(MeterRegistry meters, BatchQueue queue) {
    var _ = Gauge.builder("parley.writer.queue", queue, BatchQueue::size).register(meters);
    return new CommitMeters(
        meters.summary("parley.writer.batch.size"),
        meters.timer("parley.writer.batch.time"),
        meters.counter("parley.writer.faults"),
        meters.counter("parley.writer.unknown.commits"),
        meters.counter("parley.writer.skipped"));
  }
}
