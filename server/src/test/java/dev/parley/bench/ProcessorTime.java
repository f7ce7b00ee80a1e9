package dev.parley.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/// Reads how much processor time processes have used, from `/proc`.
public final class ProcessorTime {
  private static final double TICKS_PER_SECOND = 100;

  private ProcessorTime() {}

  /// Seconds that one process has used.
  public static double of(long pid) throws IOException {
    return ticks(fields(pid), 11) / TICKS_PER_SECOND;
  }

  /// Seconds that a process and all its living children, and those it has waited for, have used.
  static double ofFamily(long parent) throws IOException {
    Map<Long, double[]> seconds = new HashMap<>();
    try (Stream<Path> entries = Files.list(Path.of("/proc"))) {
      for (Path entry : entries.toList()) {
        String name = entry.getFileName().toString();
        if (name.chars().allMatch(Character::isDigit)) {
          add(Long.parseLong(name), seconds);
        }
      }
    }
    double total = 0;
    for (Map.Entry<Long, double[]> process : seconds.entrySet()) {
      if (process.getKey() == parent) {
        total += process.getValue()[1] + process.getValue()[2];
      } else if ((long) process.getValue()[0] == parent) {
        total += process.getValue()[1];
      }
    }
    return total;
  }

  private static void add(long pid, Map<Long, double[]> seconds) {
    try {
      String[] fields = fields(pid);
      seconds.put(
          pid,
          new double[] {
            Double.parseDouble(fields[1]),
            ticks(fields, 11) / TICKS_PER_SECOND,
            ticks(fields, 13) / TICKS_PER_SECOND
          });
    } catch (IOException e) {
      seconds.remove(pid);
    }
  }

  /// The fields of `stat` after the program's name.
  private static String[] fields(long pid) throws IOException {
    String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
    return stat.substring(stat.lastIndexOf(')') + 2).split(" ");
  }

  private static double ticks(String[] fields, int user) {
    return Double.parseDouble(fields[user]) + Double.parseDouble(fields[user + 1]);
  }
}
