package dev.parley.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testkit.Eventually;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// SIGTERM to a server that is in use: every part is stopped after those that use it.
@Tag("story")
final class StopTest {
  @TempDir private Path data = Path.of("");

  @Test
  void aServerInUseStopsWithoutAFault() throws Exception {
    ServerProcess server = ServerProcess.start(data);
    Company acme = new Company(server, "acme");
    String channel = acme.owner().createChannel("busy", false);
    StoryClient.Socket socket = acme.owner().connect();
    AtomicInteger posted = new AtomicInteger();
    List<Thread> posters =
        List.of(poster(acme.owner(), channel, posted), poster(acme.owner(), channel, posted));
    Eventually.holds(
        Duration.ofSeconds(60), () -> assertThat(posted.get()).isGreaterThanOrEqualTo(20));

    String printed = server.stop();

    for (Thread poster : posters) {
      poster.join();
    }
    assertThat(socket.closeCode()).isEqualTo(4000);
    assertThat(printed).contains("Parley has stopped.").doesNotContain("Exception");
  }

  /// Posts until the server is gone.
  private static Thread poster(StoryClient person, String channel, AtomicInteger posted) {
    return Thread.startVirtualThread(
        () -> {
          try {
            while (true) {
              var _ = person.post(channel, "again");
              posted.incrementAndGet();
            }
          } catch (Exception | AssertionError e) {
            // The server has stopped.
          }
        });
  }
}
