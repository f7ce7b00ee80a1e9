package dev.parley.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/// Stories over HTTP and WebSocket on a real server in a process of its own.
@Tag("story")
@ExtendWith(StoryServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ServerStoryTest {
  private final ServerProcess server;
  private StoryClient alice;
  private StoryClient bob;
  private StoryClient mallory;

  ServerStoryTest(ServerProcess server) {
    this.server = server;
  }

  @BeforeAll
  void people() {
    Company acme = new Company(server, "acme");
    alice = acme.owner();
    bob = acme.person("bob");
    mallory = new Company(server, "globex").owner();
  }

  @Test
  void whoWasRemovedWhileAwayGetsNothingOfTheChannel() throws Exception {
    String secret = alice.createChannel("secret", true);
    var _ = alice.ok("conversations.invite", Map.of("channel", secret, "users", bob.id));
    JsonNode boot = bob.ok("client.boot", Map.of());
    Map<String, Long> positions = new HashMap<>();
    boot.path("positions")
        .properties()
        .forEach(p -> positions.put(p.getKey(), p.getValue().asLong()));
    boot.path("channels")
        .forEach(c -> positions.put(c.path("id").asText(), c.path("position").asLong()));
    var _ = alice.ok("conversations.kick", Map.of("channel", secret, "user", bob.id));
    var _ = alice.post(secret, "Bob must never read this");

    StoryClient.Socket socket = bob.connect();
    List<JsonNode> heard = socket.resume(positions);
    var _ = alice.post(secret, "Nor this");
    socket.send("{\"type\":\"ping\",\"id\":\"end\"}");
    JsonNode pong = socket.next();
    socket.close();

    assertThat(positions).containsKey(secret);
    assertThat(heard.toString()).doesNotContain("must never").contains("channel_left");
    assertThat(heard)
        .noneMatch(
            frame ->
                frame.path("stream").asText().equals(secret)
                    && frame.path("type").asText().equals("event"));
    assertThat(pong.path("type").asText()).isEqualTo("pong");
  }

  @Test
  void whoIsRemovedHearsByWhomAndWhoLeavesHearsOfNobody() throws Exception {
    String channel = alice.createChannel("revolving-door", false);
    var _ = bob.ok("conversations.join", Map.of("channel", channel));
    long before = bob.ok("client.boot", Map.of()).path("positions").path(bob.id).asLong();
    StoryClient.Socket socket = bob.connect();
    var _ = socket.resume(Map.of());

    var _ = alice.ok("conversations.kick", Map.of("channel", channel, "user", bob.id));
    JsonNode removed = departure(socket);
    var _ = bob.ok("conversations.join", Map.of("channel", channel));
    var _ = bob.ok("conversations.leave", Map.of("channel", channel));
    JsonNode left = departure(socket);
    socket.close();
    StoryClient.Socket again = bob.connect();
    List<JsonNode> missed = again.resume(Map.of(bob.id, before));
    again.close();
    JsonNode lines = alice.ok("client.history", Map.of("channel", channel)).path("messages");
    String asInSlack = alice.raw("conversations.history", "{\"channel\":\"" + channel + "\"}");

    assertThat(removed.path("actor").asText()).isEqualTo(alice.id);
    assertThat(left.has("actor")).isFalse();
    assertThat(missed.getFirst().path("event")).isEqualTo(removed);
    assertThat(missed).extracting(frame -> frame.path("event")).contains(left);
    assertThat(lines.findValuesAsText("actor")).containsExactly(alice.id);
    assertThat(lines.findValuesAsText("text"))
        .contains("<@" + bob.id + "> was removed from the channel by <@" + alice.id + ">")
        .contains("<@" + bob.id + "> has left the channel");
    assertThat(asInSlack).contains("was removed from").doesNotContain("\"actor\"");
  }

  private JsonNode departure(StoryClient.Socket socket) throws Exception {
    JsonNode event = socket.await("event").path("event");
    while (!event.path("type").asText().equals("channel_left")) {
      event = socket.await("event").path("event");
    }
    return event;
  }

  @Test
  void whatWasDeletedWhileAwayIsNotHeardOnResume() throws Exception {
    String channel = alice.createChannel("short-lived", false);
    var _ = bob.ok("conversations.join", Map.of("channel", channel));
    JsonNode counts = bob.ok("client.counts", Map.of());
    long before = 0;
    for (JsonNode c : counts.path("channels")) {
      before = c.path("id").asText().equals(channel) ? c.path("position").asLong() : before;
    }
    JsonNode said =
        alice.ok("chat.postMessage", Map.of("channel", channel, "text", "the code is 4711"));
    var _ =
        alice.ok(
            "chat.update",
            Map.of("channel", channel, "ts", said.path("ts").asText(), "text", "the code is 4712"));
    var _ = alice.ok("chat.delete", Map.of("channel", channel, "ts", said.path("ts").asText()));

    StoryClient.Socket socket = bob.connect();
    List<JsonNode> heard = socket.resume(Map.of(channel, before));
    socket.close();

    assertThat(heard.toString()).doesNotContain("the code is").contains("message_deleted");
    assertThat(bob.raw("client.history", "{\"channel\":\"" + channel + "\"}"))
        .doesNotContain("the code is");
  }

  @Test
  void aPostReachesTheOtherAtOnceAndARepetitionOnlyOnce() throws Exception {
    String channel = alice.createChannel("live", false);
    var _ = bob.ok("conversations.join", Map.of("channel", channel));
    StoryClient.Socket socket = bob.connect();
    var _ = socket.resume(Map.of());
    Map<String, String> message =
        Map.of(
            "channel", channel,
            "text", "once",
            "client_msg_id", "0190b3a0-0000-4000-8000-000000000001");

    String first = alice.ok("chat.postMessage", message).path("ts").asText();
    String again = alice.ok("chat.postMessage", message).path("ts").asText();
    var _ = alice.post(channel, "after");
    JsonNode heard = socket.await("event");
    JsonNode next = socket.await("event");
    socket.close();

    assertThat(again).isEqualTo(first);
    assertThat(heard.path("event").path("ts").asText()).isEqualTo(first);
    assertThat(next.path("event").path("text").asText()).isEqualTo("after");
    assertThat(next.path("prev").asLong()).isEqualTo(heard.path("offset").asLong());
  }

  @Test
  void foreignAndUnknownIdsAreAnsweredAlike() throws Exception {
    String secret = alice.createChannel("plans", true);
    String unknown = "C0AAAAAAAAAAA1";
    for (String method :
        List.of(
            "conversations.info",
            "conversations.history",
            "conversations.members",
            "conversations.join",
            "conversations.leave",
            "client.history",
            "chat.postMessage")) {
      String body = "{\"channel\":\"%s\",\"text\":\"hi\"}";
      assertThat(mallory.raw(method, body.formatted(secret)))
          .as(method)
          .isEqualTo(mallory.raw(method, body.formatted(unknown)))
          .contains("channel_not_found");
    }
    assertThat(mallory.raw("users.info", "{\"user\":\"" + alice.id + "\"}"))
        .isEqualTo(mallory.raw("users.info", "{\"user\":\"U0AAAAAAAAAAAA\"}"))
        .contains("user_not_found");
  }

  @Test
  void badInputHasACodeAndCostsNobodyAnything() throws Exception {
    String channel = alice.createChannel("robust", false);
    Map<String, String> bad =
        Map.of(
            "{\"channel\":",
            "invalid_json",
            "{\"channel\":[922337E036854775808]}",
            "invalid_json",
            "[1,2]",
            "json_not_object",
            "{\"channel\":\"" + channel + "\"}",
            "no_text",
            "{\"text\":\"x\"}",
            "channel_not_found",
            "{\"channel\":\"" + channel + "\",\"text\":\"x\",\"client_msg_id\":\"no\"}",
            "invalid_arguments",
            "{\"channel\":\"" + channel + "\",\"text\":\"" + "y".repeat(10 << 20) + "\"}",
            "request_too_large");

    for (Map.Entry<String, String> entry : bad.entrySet()) {
      String answer = alice.raw("chat.postMessage", entry.getKey());
      assertThat(answer).contains("\"ok\":false").contains(entry.getValue());
    }
    assertThat(alice.raw("no.such.method", "{}")).contains("unknown_method");
    assertThat(alice.raw("/auth.test/", "{}")).contains("\"ok\":true");
    assertThat(new StoryClient(server.address(), "", "xoxp-nonsense").raw("auth.test", "{}"))
        .contains("invalid_auth");
    var _ = alice.post(channel, "still here");
  }

  @Test
  void whoAsksBeforeSendingABodyIsToldToGoOn() throws Exception {
    URI address = server.address();
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      socket.setSoTimeout(10_000);
      String head =
          """
          POST /api/api.test HTTP/1.1\r
          Host: a\r
          Content-Length: 3\r
          Expect: 100-continue\r
          \r
          """;
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      byte[] line = socket.getInputStream().readNBytes(12);

      assertThat(new String(line, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 100");
    }
  }

  @Test
  void whoShutsDownTheirHalfIsStillAnswered() throws Exception {
    URI address = server.address();
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      socket.setSoTimeout(10_000);
      String request = "GET /api/api.test?foo=bar HTTP/1.1\r\nHost: a\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      socket.shutdownOutput();
      byte[] answer = socket.getInputStream().readAllBytes();

      assertThat(new String(answer, StandardCharsets.US_ASCII)).contains("\"foo\":\"bar\"");
    }
  }

  @Test
  void textThatIsNoTextIsRefusedAndNulIsLeftOut() throws Exception {
    String channel = alice.createChannel("characters", false);
    String body = "{\"channel\":\"" + channel + "\",\"text\":\"%s\"}";

    for (String halves : List.of("\\ud800", "x\\udc00\\ud800y")) {
      assertThat(alice.raw("chat.postMessage", body.formatted(halves))).contains("invalid_charset");
    }
    assertThat(alice.raw("chat.postMessage", body.formatted("a\\u0000b")))
        .contains("\"text\":\"ab\"");
  }

  @Test
  void aBadFrameOrTicketCostsNobodyElseAnything() throws Exception {
    String channel = alice.createChannel("frames", false);
    var _ = bob.ok("conversations.join", Map.of("channel", channel));
    StoryClient.Socket listener = bob.connect();
    var _ = listener.resume(Map.of());

    StoryClient.Socket rude = alice.connect();
    var _ = rude.resume(Map.of());
    rude.send("{\"type\":\"no_such_frame\",\"id\":\"7\"}");
    JsonNode unknown = rude.await("error");
    rude.send("{\"type\":");
    JsonNode broken = rude.await("error");
    JsonNode future = rude.resume(Map.of(channel, 1L << 40)).getFirst();
    rude.send("x".repeat(1 << 20));
    int tooBig = rude.closeCode();
    int badTicket = alice.closeCodeOfTicket("never-given");
    String ts = alice.post(channel, "undisturbed");

    assertThat(unknown.path("code").asText()).isEqualTo("unknown_frame");
    assertThat(broken.path("code").asText()).isEqualTo("bad_frame");
    assertThat(future.path("type").asText()).isEqualTo("resync");
    assertThat(tooBig).isEqualTo(1009);
    assertThat(badTicket).isEqualTo(4100);
    assertThat(listener.await("event").path("event").path("ts").asText()).isEqualTo(ts);
    listener.close();
  }

  @Test
  void aTicketEndsWithTheTokenThatAskedForIt() throws Exception {
    StoryClient guest = new Company(server, "initech").owner();
    String address = guest.ok("rtm.connect", Map.of()).path("url").asText();
    String ticket = address.substring(address.indexOf("ticket=") + "ticket=".length());
    var _ = guest.ok("auth.revoke", Map.of());

    assertThat(guest.closeCodeOfTicket(ticket)).isEqualTo(4200);
  }
}
