package dev.parley.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.storage.keys.KeyStore;
import dev.parley.storage.keys.LocalKeyStore;
import dev.parley.storage.keys.MasterKey;
import dev.parley.storage.keys.WorkspaceKeys;
import dev.parley.testkit.LargeWorkspace;
import dev.parley.testkit.LargeWorkspace.Size;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/// What the page's most frequent calls cost somebody who is in 200 channels. How long all methods
/// take in a much larger workspace is in `docs/benchmarks.md`.
@Tag("story")
@ExtendWith(StoryServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CostTest {
  private static final int CHANNELS = 200;
  private static final Size SIZE = new Size(1_000, 250, CHANNELS, 5, 20_000);
  private static final int MOST_BOOT_BYTES = 50_000;

  private final ServerProcess server;
  private StoryClient owner;
  private LargeWorkspace large;

  CostTest(ServerProcess server) {
    this.server = server;
    owner = new Company(server, "costly").owner();
    large = new LargeWorkspace(new WorkspaceId(1), new UserId(1), SIZE);
  }

  @BeforeAll
  void fill() throws Exception {
    String team = owner.ok("auth.test", Map.of()).path("team_id").asText();
    WorkspaceId workspace = WorkspaceId.parse(team).orElseThrow();
    large = new LargeWorkspace(workspace, UserId.parse(owner.id).orElseThrow(), SIZE);
    KeyStore store = new LocalKeyStore(server.data().resolve("keys").resolve("workspaces"));
    large.fill(server.database(), new WorkspaceKeys(store, MasterKey.open(store)).of(workspace));
  }

  @Test
  void aPostAsksThreeThingsOfTheDatabaseBesideItsCommit() throws Exception {
    String room = large.channel(0).toString();
    String root = owner.post(room, "hello");
    String name = "<@" + large.person(0) + ">";

    assertThat(asked("chat.postMessage", "channel", room, "text", "hello"))
        .hasSizeLessThanOrEqualTo(3);
    assertThat(asked("chat.postMessage", "channel", room, "text", name, "thread_ts", root))
        .hasSizeLessThanOrEqualTo(3);
  }

  @Test
  void aPageStartsFromTwelveStatements() throws Exception {
    assertThat(asked("client.boot")).hasSizeBetween(1, 12);
  }

  @Test
  void theAnswerFromWhichAPageStartsIsSmall() throws Exception {
    String sent = owner.raw("client.boot", "{}");

    JsonNode boot = WireSamples.JSON.readTree(sent);
    assertThat(boot.path("channels").size()).isGreaterThanOrEqualTo(CHANNELS);
    assertThat(sent.getBytes(UTF_8).length).isBetween(1_000, MOST_BOOT_BYTES);
  }

  /// What a call asks as the application, when everything that is remembered is remembered.
  private List<String> asked(String method, String... pairs) throws Exception {
    Map<String, String> arguments = LawScene.Call.of(owner, method, pairs).arguments();
    try (StatementLog log =
        new StatementLog(
            server.database(), server.data().resolve("postgres").resolve("server.log"))) {
      var _ = owner.ok(method, arguments);
      return log.asked(
          "parley_app",
          () -> {
            var _ = owner.ok(method, arguments);
          });
    }
  }
}
