package dev.parley.gateway;

import static dev.parley.gateway.GatewayFixture.GENERAL;
import static dev.parley.gateway.GatewayFixture.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testkit.PythonSocket;
import io.vertx.core.http.HttpServerOptions;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A bot of Alice (8) speaks RTM by the socket of Slack's SDK for Python.
class PythonRtmTest {
  private static final Duration PING_INTERVAL = Duration.ofSeconds(1);

  private final LeakWatch leaks = new LeakWatch();
  private final GatewayFixture world = new GatewayFixture(impatient(), new HttpServerOptions());

  private static GatewayConfig impatient() {
    GatewayConfig usual = GatewayConfig.defaults("test");
    return new GatewayConfig(
        "test",
        PING_INTERVAL,
        usual.resumeTimeout(),
        usual.proveAfter(),
        usual.closeTimeout(),
        usual.maxFrameBytes(),
        usual.queue(),
        usual.admission(),
        usual.hub());
  }

  @AfterEach
  void closeAll() throws Exception {
    world.close();
    leaks.close();
  }

  private PythonSocket open() throws Exception {
    world.truth.grant(user(8), GENERAL.stream());
    return PythonSocket.open(URI.create("ws://127.0.0.1:" + world.port + "/ws?ticket=rtm-8"));
  }

  @Test
  void whateverIsLongComesInOneFrame() throws Exception {
    try (PythonSocket bot = open()) {
      assertThat(bot.read().text()).startsWith("{\"type\":\"hello\"");
      for (int length : new int[] {1, 126, 127, 40_000, 65_536, 200_000}) {
        String text = "x".repeat(length);
        world.post(
            GENERAL,
            "{\"type\":\"message\",\"channel\":\"C1\",\"ts\":\"1.000001\",\"text\":\""
                + text
                + "\"}");
        assertThat(bot.readUntil("\"type\":\"message\"")).contains('"' + text + '"');
      }
    }
  }

  @Test
  void whoIsSilentIsAskedByPingsThatSaySomethingAndWhoAnswersStays() throws Exception {
    try (PythonSocket bot = open()) {
      var _ = bot.readUntil("hello");
      for (int i = 0; i < 3; i++) {
        PythonSocket.Frame asked = bot.read();
        assertThat(asked.isPing()).isTrue();
        assertThat(asked.text()).isNotEmpty();
        bot.pong(asked.text());
      }
      bot.ping("0b5c:1700000000.5");
      assertThat(bot.read()).isEqualTo(new PythonSocket.Frame(10, "0b5c:1700000000.5"));
    }
  }
}
