package dev.parley.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.storage.DatabaseAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The database of a running server is exchanged for one with another history.
@Tag("story")
@ExtendWith(StoryServer.class)
final class HistoryStoryTest {

  @Test
  void clientsAreClosedAndToldOfTheNewEpochOnceTheDatabaseHoldsAnotherHistory(ServerProcess server)
      throws Exception {
    StoryClient alice = new Company(server, "history").owner();
    String channel = alice.createChannel("past", false);
    StoryClient.Socket before = alice.connect();
    var _ = before.resume(Map.of());

    exchange(server.database());
    var _ = alice.post(channel, "the first of another history");

    assertThat(before.closeCode()).isEqualTo(4003);
    StoryClient.Socket after = alice.connect();
    assertThat(after.epoch()).isEqualTo(before.epoch() + 1);
    after.send(
        "{\"type\":\"resume\",\"id\":1,\"epoch\":"
            + before.epoch()
            + ",\"streams\":{\""
            + channel
            + "\":1}}");
    JsonNode resync = after.await("resync");
    assertThat(resync.path("stream").asText()).isEqualTo(channel);
    assertThat(resync.path("reason").asText()).isEqualTo("epoch");
  }

  /// As a failover does: another timeline, and the writer has to connect anew.
  private static void exchange(DatabaseAddress database) throws Exception {
    try (Connection connection =
            DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
        Statement statement = connection.createStatement()) {
      statement.execute("update parley.history_epoch set timeline = timeline - 1");
      statement.execute(
          """
          select pg_terminate_backend(pid) from pg_stat_activity
           where usename = 'parley_writer' and datname = current_database()
          """);
    }
  }
}
