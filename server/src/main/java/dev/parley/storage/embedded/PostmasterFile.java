package dev.parley.storage.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What `postmaster.pid` says: PostgreSQL writes it, line by line, while it starts.
///
/// @param pid the postmaster's process id
/// @param cluster its data directory, as it was named at the start
/// @param port its port, 0 while it is not yet written
/// @param status `starting`, `ready`, `stopping`, or empty while it is not yet written
record PostmasterFile(long pid, String cluster, int port, String status) {
  private static final int CLUSTER_LINE = 1;
  private static final int PORT_LINE = 3;
  private static final int STATUS_LINE = 7;

  /// Reads the file; one that is missing, or too young to name a process, is an empty result.
  static Optional<PostmasterFile> read(Path file) throws IOException {
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (java.nio.file.NoSuchFileException e) {
      return Optional.empty();
    }
    try {
      long pid = Math.abs(Long.parseLong(line(lines, 0)));
      String port = line(lines, PORT_LINE);
      return Optional.of(
          new PostmasterFile(
              pid,
              line(lines, CLUSTER_LINE),
              port.isEmpty() ? 0 : Integer.parseInt(port),
              line(lines, STATUS_LINE)));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static String line(List<String> lines, int index) {
    return index < lines.size() ? lines.get(index).strip() : "";
  }

  boolean isReady() {
    return status.equals("ready");
  }

  boolean isStopping() {
    return status.equals("stopping");
  }
}
