package dev.parley.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.app.admin.OperatorClient;
import dev.parley.load.LoadOptions;
import dev.parley.load.LoadReport;
import dev.parley.load.LoadRun;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// `kill -9` of the server, or of its database, in the middle of posts, edits and deletions:
/// nothing that was acknowledged is lost or doubled, and every client catches up by its positions
/// alone.
@Tag("kill")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
final class KillTest {
  private static final int SECONDS = 8;
  private static final int POSTS = 100;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private Path data = Path.of("");

  /// `-Dparley.kill.seeds=10` for the long run.
  static List<Long> seeds() {
    List<Long> seeds = new ArrayList<>();
    for (long seed = 1; seed <= Integer.getInteger("parley.kill.seeds", 1); seed++) {
      seeds.add(seed);
    }
    return seeds;
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aKilledServerLosesAndDoublesNothing(long seed) throws Exception {
    try (ServerProcess server = ServerProcess.start(data)) {
      LoadReport report =
          load(
              server,
              seed,
              () -> {
                server.kill();
                server.restart();
              });

      assertClean(report);
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aKilledDatabaseLosesAndDoublesNothing(long seed) throws Exception {
    try (ServerProcess server = ServerProcess.start(data)) {
      LoadReport report = load(server, seed, server::killDatabase);

      assertClean(report);
    }
  }

  private static void assertClean(LoadReport report) {
    assertThat(report.firstFindings()).as(report.toString()).isEmpty();
    assertThat(report.acknowledged().count()).isGreaterThan(POSTS);
  }

  /// Strikes twice, at moments that the seed chooses; goes on until enough was posted to tell.
  private static LoadReport load(ServerProcess server, long seed, Blow blow) {
    OperatorClient operator = server.operator();
    LoadOptions options =
        new LoadOptions(server.address(), 2, 24, 16, 4, SECONDS, 0, 20, 10, 5, seed);
    LoadRun run =
        new LoadRun(
            options,
            (command, arguments) -> {
              List<JsonNode> lines = new ArrayList<>();
              operator.call(command, arguments, lines::add);
              return lines;
            });
    Random random = new Random(seed);
    return run.run(
        () -> {
          for (int i = 0; i < 2; i++) {
            LockSupport.parkNanos(Duration.ofMillis(800 + random.nextInt(1_500)).toNanos());
            try {
              blow.strike();
            } catch (IOException e) {
              throw new IllegalStateException(e);
            }
          }
          long deadline = System.nanoTime() + PATIENCE.toNanos();
          while (run.acknowledged() <= POSTS && System.nanoTime() < deadline) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
          }
        });
  }

  @FunctionalInterface
  private interface Blow {
    void strike() throws IOException;
  }

  /// Named here so that the address is the same after a restart.
  static URI local(int port) {
    return URI.create("http://127.0.0.1:" + port);
  }
}
