package dev.parley.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.testkit.PythonSocket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/// Programs that speak Slack's RTM to a real server.
@Tag("story")
@ExtendWith(StoryServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RtmStoryTest {
  private final ServerProcess server;
  private StoryClient alice;
  private StoryClient bob;
  private StoryClient mallory;

  RtmStoryTest(ServerProcess server) {
    this.server = server;
  }

  @BeforeAll
  void people() {
    Company acme = new Company(server, "rtm-acme");
    alice = acme.owner();
    bob = acme.person("bob");
    mallory = new Company(server, "rtm-globex").owner();
  }

  @Test
  void whatIsSaidGoesBothWaysAndOnlyToWhoMayHearIt() throws Exception {
    String room = alice.createChannel("rtm-room", true);
    StoryClient.Socket bot = bob.rtm();
    StoryClient.Socket stranger = mallory.rtm();
    var _ = alice.ok("conversations.invite", Map.of("channel", room, "users", bob.id));
    JsonNode joined = bot.await("group_joined");
    String first = alice.post(room, "hello bot");
    JsonNode heard = bot.await("message");
    while (!heard.path("ts").asText().equals(first)) {
      heard = bot.await("message");
    }
    bot.send("{\"id\":5,\"type\":\"message\",\"channel\":\"" + room + "\",\"text\":\"hi\"}");
    JsonNode answer = bot.next();
    var _ = alice.ok("conversations.kick", Map.of("channel", room, "user", bob.id));
    var _ = bot.await("channel_left");
    var _ = alice.post(room, "not for the bot");
    bot.send("{\"id\":6,\"type\":\"message\",\"channel\":\"" + room + "\",\"text\":\"hi\"}");
    JsonNode refused = bot.next();
    while (!refused.has("reply_to")) {
      assertThat(refused.toString()).doesNotContain("not for the bot");
      refused = bot.next();
    }
    stranger.send("{\"id\":1,\"type\":\"ping\"}");
    JsonNode pong = stranger.next();
    stranger.send("{\"id\":2,\"type\":\"message\",\"channel\":\"" + room + "\",\"text\":\"hi\"}");
    JsonNode foreign = stranger.next();
    bot.close();
    stranger.close();

    assertThat(joined.path("channel").path("id").asText()).isEqualTo(room);
    assertThat(heard.path("text").asText()).isEqualTo("hello bot");
    assertThat(heard.has("number")).isFalse();
    assertThat(answer.path("reply_to").asInt()).isEqualTo(5);
    assertThat(answer.path("ok").asBoolean()).isTrue();
    assertThat(
            alice.ok("conversations.history", Map.of("channel", room)).path("messages").toString())
        .contains(answer.path("ts").asText());
    assertThat(refused.path("error").path("msg").asText()).isEqualTo("channel_not_found");
    assertThat(pong.path("type").asText()).isEqualTo("pong");
    assertThat(foreign.path("error").path("msg").asText()).isEqualTo("channel_not_found");
  }

  @Test
  void whatBecomesOfAPublicChannelIsToldOnceToMembersAndOthers() throws Exception {
    String hall = alice.createChannel("rtm-hall", false);
    StoryClient.Socket member = alice.rtm();
    StoryClient.Socket other = bob.rtm();
    StoryClient.Socket stranger = mallory.rtm();
    var _ = alice.ok("conversations.rename", Map.of("channel", hall, "name", "rtm-aula"));
    var _ = alice.ok("conversations.archive", Map.of("channel", hall));
    var _ = alice.ok("conversations.unarchive", Map.of("channel", hall));
    var _ = alice.ok("conversations.rename", Map.of("channel", hall, "name", "rtm-end"));
    List<String> changes =
        List.of("channel_rename", "channel_archive", "channel_unarchive", "channel_rename");

    for (StoryClient.Socket socket : List.of(member, other)) {
      List<JsonNode> heard = new ArrayList<>();
      while (heard.size() < changes.size()) {
        JsonNode event = socket.next();
        if (changes.contains(event.path("type").asText())) {
          heard.add(event);
        }
      }
      assertThat(heard)
          .extracting(event -> event.path("type").asText())
          .containsExactlyElementsOf(changes);
      assertThat(heard.getFirst().path("channel").path("name").asText()).isEqualTo("rtm-aula");
      assertThat(heard.get(1).path("user").asText()).isEqualTo(alice.id);
    }
    stranger.send("{\"id\":1,\"type\":\"ping\"}");
    JsonNode pong = stranger.next();
    while (!pong.path("type").asText().equals("pong")) {
      assertThat(pong.toString()).doesNotContain(hall);
      pong = stranger.next();
    }
    List.of(member, other, stranger).forEach(StoryClient.Socket::close);
  }

  @Test
  void slacksPythonClientSpeaksAtTheAddressThatItIsGiven() throws Exception {
    String room = alice.createChannel("rtm-python", false);
    URI address = URI.create(alice.ok("rtm.connect", Map.of()).path("url").asText());
    assertThat(PythonSocket.speaksTls(address)).isFalse();

    try (PythonSocket bot = PythonSocket.open(address)) {
      bot.ping("0b5c:1700000000.5");
      assertThat(bot.readUntil("0b5c")).isEqualTo("0b5c:1700000000.5");
      var _ = bot.readUntil("\"type\":\"hello\"");
      bot.send("{\"id\":2,\"type\":\"message\",\"channel\":\"" + room + "\",\"text\":\"hi\"}");
      assertThat(bot.readUntil("\"reply_to\":2")).startsWith("{\"ok\":true");
    }
  }

  @Test
  void behindAProxyThatSpeaksTlsTheAddressHasNoPort() throws Exception {
    URI address = URI.create(alice.rtmAddressThroughProxy("chat.example.com"));

    assertThat(address.getScheme()).isEqualTo("wss");
    assertThat(address.getAuthority()).isEqualTo("chat.example.com");
    assertThat(PythonSocket.speaksTls(address)).isTrue();
  }

  @Test
  void anAddressIsGoodOnceAndAFrameOfAMegabyteEndsTheConnection() throws Exception {
    StoryClient.Socket bot = bob.rtm();
    bot.send("x".repeat(1 << 20));

    assertThat(bot.closeCode()).isEqualTo(1009);
    assertThat(bob.closeCodeOfTicket("rtm-used")).isEqualTo(4100);
  }
}
