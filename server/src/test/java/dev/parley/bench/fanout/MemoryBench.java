package dev.parley.bench.fanout;

import dev.parley.bench.NativeProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What an idle connection costs in memory: the slope of the live heap, of direct memory and of the
/// resident set over the number of connections, each with its own person in some channels.
public final class MemoryBench {
  private static final int CHANNELS = Integer.getInteger("channels", 20);
  private static final int STEP = Integer.getInteger("step", 3_000);
  private static final int STEPS = 5;
  private static final int SETTLE = 4;

  private MemoryBench() {}

  public static void main(String[] args) throws Exception {
    Path clients = NativeProgram.compile("clients");
    List<NativeProgram> running = new ArrayList<>();
    List<long[]> points = new ArrayList<>();
    try (BenchGateway gateway = new BenchGateway(CHANNELS)) {
      for (int i = 0; i < STEPS; i++) {
        long first = 400 + 4L * i * STEP;
        NativeProgram more = NativeProgram.start(clients, gateway.port, STEP, first, 1, "ws");
        running.add(more);
        more.expect("ready");
        points.add(measure());
        long[] last = points.getLast();
        System.out.printf(
            "%d connections: heap %d kB, resident %d kB%n",
            (i + 1) * STEP, last[0] / 1024, last[1] / 1024);
      }
      System.out.printf(
          "a connection in %d channels: heap %d B, resident %d B%n",
          CHANNELS, slope(points, 0), slope(points, 1));
    } finally {
      for (NativeProgram program : running) {
        program.close();
      }
    }
  }

  private static long[] measure() throws IOException {
    for (int i = 0; i < SETTLE; i++) {
      System.gc();
    }
    Runtime runtime = Runtime.getRuntime();
    long heap = runtime.totalMemory() - runtime.freeMemory();
    long resident =
        Long.parseLong(Files.readString(Path.of("/proc/self/statm")).split(" ", -1)[1]) * 4096;
    return new long[] {heap, resident};
  }

  /// Least squares over all points but the first, which also pays for warming up.
  private static long slope(List<long[]> points, int column) {
    double n = points.size() - 1;
    double sumX = 0;
    double sumY = 0;
    double sumXy = 0;
    double sumXx = 0;
    for (int i = 1; i < points.size(); i++) {
      double x = (i + 1.0) * STEP;
      double y = points.get(i)[column];
      sumX += x;
      sumY += y;
      sumXy += x * y;
      sumXx += x * x;
    }
    return Math.round((n * sumXy - sumX * sumY) / (n * sumXx - sumX * sumX));
  }
}
