package dev.parley.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/// Messages that one person sees, over HTTP and WebSocket.
@Tag("story")
@ExtendWith(StoryServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class EphemeralStoryTest {
  private final ServerProcess server;
  private Company acme;
  private StoryClient alice;
  private StoryClient bob;
  private String channel;

  EphemeralStoryTest(ServerProcess server) {
    this.server = server;
  }

  @BeforeAll
  void people() throws Exception {
    acme = new Company(server, "whisper-co");
    alice = acme.owner();
    bob = acme.person("bob");
    channel = alice.createChannel("whispers", false);
    var _ = bob.ok("conversations.join", Map.of("channel", channel));
  }

  private StoryClient.Socket open(StoryClient who) throws Exception {
    StoryClient.Socket socket = who.connect();
    var _ = socket.resume(Map.of());
    return socket;
  }

  private JsonNode whisper(String text) throws Exception {
    return alice.ok("chat.postEphemeral", Map.of("channel", channel, "user", bob.id, "text", text));
  }

  @Test
  void onlyItsReaderSeesItOnEveryConnectionAndItIsKeptNowhere() throws Exception {
    StoryClient.Socket own = open(alice);
    StoryClient.Socket first = open(bob);
    StoryClient.Socket second = open(bob);
    second.send("{\"type\":\"focus\",\"channels\":[]}");
    second.send("{\"type\":\"ping\",\"id\":7}");
    var _ = second.await("pong");

    String ts = whisper("only for you").path("message_ts").asText();
    String posted = alice.post(channel, "for all");

    for (StoryClient.Socket socket : List.of(first, second)) {
      JsonNode frame = socket.await("ephemeral");
      assertThat(frame.path("channel").asText()).isEqualTo(channel);
      assertThat(frame.path("message").path("text").asText()).isEqualTo("only for you");
      assertThat(frame.path("message").path("user").asText()).isEqualTo(alice.id);
      assertThat(frame.path("message").path("ts").asText()).isEqualTo(ts);
    }
    JsonNode heard = own.next();
    assertThat(heard.path("event").path("ts").asText()).isEqualTo(posted);
    String history =
        bob.ok("conversations.history", Map.of("channel", channel)).path("messages").toString();
    assertThat(history).contains("for all").doesNotContain("only for you");
    List<JsonNode> later = bob.connect().resume(Map.of(channel, 0L));
    assertThat(later.toString()).contains("for all").doesNotContain("only for you");
    List.of(own, first, second).forEach(StoryClient.Socket::close);
  }

  @Test
  void whatABotWhispersSaysWhichAppItIsAndHowItLooks() throws Exception {
    JsonNode app = acme.operate("app.create", Map.of("manifest", SlackJavaBotTest.MANIFEST));
    String self = app.path("bot_user_id").asText();
    StoryClient bot = new StoryClient(server.address(), self, app.path("bot_token").asText());
    var _ = bot.ok("conversations.join", Map.of("channel", channel));
    StoryClient.Socket socket = open(bob);
    Map<String, String> whisper = Map.of("channel", channel, "user", bob.id, "text", "psst");
    Map<String, String> disguised = new HashMap<>(whisper);
    disguised.put("username", "Rain");

    var _ = bot.ok("chat.postEphemeral", whisper);
    JsonNode plain = socket.await("ephemeral").path("message");
    var _ = bot.ok("chat.postEphemeral", disguised);
    JsonNode shown = socket.await("ephemeral").path("message");
    socket.close();

    assertThat(plain.path("user").asText()).isEqualTo(self);
    assertThat(plain.path("bot_id")).isEqualTo(app.path("bot_id"));
    assertThat(plain.path("app_id")).isEqualTo(app.path("app_id"));
    assertThat(shown.path("username").asText()).isEqualTo("Rain");
  }

  @Test
  void whoIsNotInTheChannelGetsNothing() throws Exception {
    String secret = alice.createChannel("secret-whispers", true);
    String toBob = "{\"channel\":\"%s\",\"user\":\"%s\",\"text\":\"x\"}";

    assertThat(alice.raw("chat.postEphemeral", toBob.formatted(secret, bob.id)))
        .contains("\"user_not_in_channel\"");
    assertThat(bob.raw("chat.postEphemeral", toBob.formatted(secret, alice.id)))
        .contains("\"channel_not_found\"");
  }
}
