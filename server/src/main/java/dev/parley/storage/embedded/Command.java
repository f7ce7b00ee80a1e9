package dev.parley.storage.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Runs a short program to its end.
final class Command {

  private Command() {}

  /// @param exitCode its exit code, -1 if it ran out of time and was killed
  /// @param output what it printed, on either stream
  record Outcome(int exitCode, String output) {
    boolean succeeded() {
      return exitCode == 0;
    }
  }

  @com.google.errorprone.annotations.CanIgnoreReturnValue
  static Outcome run(List<String> command, Duration patience)
      throws IOException, InterruptedException {
    Path output = Files.createTempFile("parley-", ".out");
    try {
      ProcessBuilder builder = new ProcessBuilder(command);
      plainEnvironment(builder.environment());
      Process process =
          builder
              .redirectErrorStream(true)
              .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
              .redirectOutput(output.toFile())
              .start();
      boolean ended = process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
      if (!ended) {
        process.destroyForcibly();
      }
      String printed = new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
      return new Outcome(ended ? process.exitValue() : -1, printed.strip());
    } finally {
      Files.deleteIfExists(output);
    }
  }

  /// Leaves nothing in the environment that would change what PostgreSQL does.
  static void plainEnvironment(Map<String, String> environment) {
    environment.keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
    environment.remove("LD_LIBRARY_PATH");
    environment.put("LC_ALL", "C");
  }
}
