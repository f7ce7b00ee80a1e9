package dev.parley.gateway;

import static dev.parley.gateway.GatewayFixture.GENERAL;
import static dev.parley.gateway.GatewayFixture.user;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.gateway.websocket.ClientFrames;
import io.vertx.core.http.HttpServerOptions;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A bot of Alice (8) speaks RTM over a real socket.
class RtmGatewayTest {
  private final LeakWatch leaks = new LeakWatch();
  private final GatewayFixture world =
      new GatewayFixture(GatewayConfig.defaults("test"), new HttpServerOptions());

  @BeforeEach
  void aliceIsInGeneral() {
    world.truth.grant(user(8), GENERAL.stream());
  }

  @AfterEach
  void closeAll() throws Exception {
    world.close();
    leaks.close();
  }

  @Test
  void itIsGreetedToldAnsweredAndSentAwayWithAGoodbye() throws Exception {
    try (TestClient bot = open("rtm-8")) {
      assertThat(bot.read()).startsWith("{\"type\":\"hello\"");
      world.post(
          GENERAL, "{\"type\":\"message\",\"channel\":\"C1\",\"ts\":\"1.000001\",\"text\":\"hi\"}");
      assertThat(bot.read()).contains("\"text\":\"hi\"", "\"event_ts\":\"1.000001\"");
      bot.send("{\"id\":2,\"type\":\"message\",\"channel\":\"C1\",\"text\":\"yo\"}");
      assertThat(bot.read()).startsWith("{\"ok\":true,\"reply_to\":2,");

      world.gateway.drain(Duration.ofMillis(50));

      assertThat(bot.read()).isEqualTo("{\"type\":\"goodbye\"}");
      assertThat(bot.read()).isEqualTo("close 4000");
    }
  }

  @Test
  void anAddressThatIsNotGoodAnyMoreIsSaidToBe() throws Exception {
    try (TestClient bot = open("rtm-bad")) {
      assertThat(bot.read())
          .isEqualTo(
              "{\"type\":\"error\",\"error\":{\"code\":1,\"msg\":\"Socket URL has expired\"}}");
      assertThat(bot.read()).isEqualTo("close 4100");
    }
  }

  /// As Slack's Java SDK looks for a connection that may be lost.
  @Test
  void thirtyPingsAtOnceAreAnsweredWithWhatTheyCarry() throws Exception {
    try (TestClient bot = open("rtm-8")) {
      bot.readUntil("hello");
      for (int i = 0; i < 30; i++) {
        bot.write(ClientFrames.frame(0x89, ("probe " + i).getBytes(UTF_8)));
      }
      for (int i = 0; i < 30; i++) {
        assertThat(bot.read()).isEqualTo("pong probe " + i);
      }
    }
  }

  @Test
  void aFloodAndAFrameThatIsTooBigEndTheConnection() throws Exception {
    try (TestClient bot = open("rtm-8");
        TestClient other = open("rtm-8")) {
      bot.readUntil("hello");
      for (int i = 0; i < 300; i++) {
        bot.write(ClientFrames.text("{\"type\":\"ping\",\"id\":" + i + "}"));
      }
      bot.readUntil("slow down");
      assertThat(bot.read()).isEqualTo("close 4005");

      other.readUntil("hello");
      other.send("x".repeat(65_537));
      assertThat(other.read()).isEqualTo("close 1009");
    }
  }

  private TestClient open(String ticket) throws Exception {
    TestClient client = TestClient.open(world.port, ticket);
    client.readHead();
    return client;
  }
}
