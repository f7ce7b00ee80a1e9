package dev.parley.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.storage.DatabaseAddress;
import dev.parley.storage.embedded.OwnPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A server on a PostgreSQL of the operator's own, in each version that we support, whose account
/// is no superuser. The archives of PostgreSQL lie in the folder `parley.postgres.archives`.
@Tag("postgres")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
final class OwnDatabaseTest {

  static List<Path> archives() throws IOException {
    Path folder = Path.of(System.getProperty("parley.postgres.archives", "target/postgres"));
    try (Stream<Path> found = Files.list(folder)) {
      return found.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("archives")
  void itStartsTwiceAndKeepsWhatWasSaid(Path archive, @TempDir Path temporary) throws Exception {
    Path data = Files.createDirectory(temporary.resolve("data"));
    Path own = Files.createDirectory(temporary.resolve("own"));
    try (OwnPostgres postgres = OwnPostgres.start(archive, own)) {
      Map<String, String> settings = settings(postgres.address());
      try (ServerProcess server = ServerProcess.start(data, settings)) {
        Company acme = new Company(server, "acme");
        StoryClient owner = acme.owner();
        StoryClient bob = acme.person("bob");
        String channel = owner.createChannel("plans", false);
        var _ = bob.ok("conversations.join", Map.of("channel", channel));
        StoryClient.Socket socket = bob.connect();
        var _ = socket.resume(Map.of());
        String ts = owner.post(channel, "said to stay");
        String heard = socket.await("event").path("event").path("ts").asText();
        server.kill();
        server.restart();

        assertThat(heard).isEqualTo(ts);
        assertThat(bob.ok("conversations.history", Map.of("channel", channel)).toString())
            .contains("said to stay", ts);
        var _ = owner.ok("chat.delete", Map.of("channel", channel, "ts", ts));
        assertThat(bob.ok("conversations.history", Map.of("channel", channel)).toString())
            .doesNotContain("said to stay");
      }
    }
  }

  private static Map<String, String> settings(DatabaseAddress address) {
    return Map.of(
        "PARLEY_DATABASE_URL", address.jdbcUrl(),
        "PARLEY_DATABASE_USER", address.user(),
        "PARLEY_DATABASE_PASSWORD", address.password());
  }
}
