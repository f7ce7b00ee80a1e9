package dev.parley.load;

import java.io.PrintStream;
import java.util.List;
import org.HdrHistogram.AbstractHistogram;

/// What a run found.
///
/// @param postsPerSecond acknowledged posts
/// @param retries calls that were made again because their outcome was unknown or refused for now
/// @param acknowledged intended send to answer
/// @param delivered intended send to a client's socket
/// @param findings how many losses, doubles, disorders and gaps there were
public record LoadReport(
    String summary,
    double postsPerSecond,
    long retries,
    Percentiles acknowledged,
    Percentiles delivered,
    long findings,
    List<String> firstFindings) {

  /// Milliseconds.
  public record Percentiles(
      long count, double p50, double p90, double p99, double p999, double max) {
    static Percentiles of(AbstractHistogram histogram) {
      return new Percentiles(
          histogram.getTotalCount(),
          histogram.getValueAtPercentile(50) / 1e6,
          histogram.getValueAtPercentile(90) / 1e6,
          histogram.getValueAtPercentile(99) / 1e6,
          histogram.getValueAtPercentile(99.9) / 1e6,
          histogram.getMaxValue() / 1e6);
    }
  }

  public boolean isClean() {
    return findings == 0;
  }

  public void print(PrintStream out) {
    out.printf("%s, %.0f posts/s, %d calls repeated%n", summary, postsPerSecond, retries);
    print(out, "post to answer", acknowledged);
    print(out, "post to client", delivered);
    if (isClean()) {
      out.println("Every client has exactly what was acknowledged.");
    } else {
      out.printf("%d findings, the first:%n", findings);
      firstFindings.forEach(finding -> out.println("  " + finding));
    }
  }

  private static void print(PrintStream out, String name, Percentiles p) {
    out.printf(
        "%-16s %9d  p50 %.1f  p90 %.1f  p99 %.1f  p99.9 %.1f  max %.1f ms%n",
        name, p.count(), p.p50(), p.p90(), p.p99(), p.p999(), p.max());
  }
}
