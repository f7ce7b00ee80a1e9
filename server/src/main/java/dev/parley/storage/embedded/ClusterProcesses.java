package dev.parley.storage.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Finds the processes of one database. A PostgreSQL process is recognised by two facts the kernel
/// vouches for: its program file is called `postgres` and it works in the database's directory.
final class ClusterProcesses {
  private static final Path PROC = Path.of("/proc");

  private ClusterProcesses() {}

  static boolean isOurs(ProcessHandle process, Path cluster) {
    Path entry = PROC.resolve(Long.toString(process.pid()));
    try {
      String program = Files.readSymbolicLink(entry.resolve("exe")).toString();
      Path workingDirectory = Files.readSymbolicLink(entry.resolve("cwd"));
      return process.isAlive()
          && program.replace(" (deleted)", "").endsWith("/postgres")
          && workingDirectory.equals(cluster.toRealPath());
    } catch (IOException e) {
      return false;
    }
  }

  /// Ends the processes of a postmaster that is gone. They notice its end themselves, but a busy
  /// one may take its time, and no new postmaster starts before the last has left.
  static void endOrphans(Path cluster, Duration patience) throws InterruptedException {
    List<ProcessHandle> orphans =
        ProcessHandle.allProcesses().filter(process -> isOurs(process, cluster)).toList();
    for (ProcessHandle orphan : orphans) {
      var _ = orphan.destroy();
    }
    long end = System.nanoTime() + patience.toNanos();
    for (ProcessHandle orphan : orphans) {
      if (!awaitExit(orphan, Duration.ofNanos(Math.max(0, end - System.nanoTime())))) {
        var _ = orphan.destroyForcibly();
        var _ = awaitExit(orphan, patience);
      }
    }
  }

  static boolean awaitExit(ProcessHandle process, Duration patience) throws InterruptedException {
    try {
      var _ = process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return !process.isAlive();
    } catch (java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Sends a signal that Java has no method for.
  static void signal(ProcessHandle process, String name) throws IOException, InterruptedException {
    Command.run(
        List.of("sh", "-c", "kill -s \"$0\" \"$1\"", name, Long.toString(process.pid())),
        Duration.ofSeconds(5));
  }
}
