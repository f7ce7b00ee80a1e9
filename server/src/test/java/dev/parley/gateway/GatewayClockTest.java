package dev.parley.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.gateway.websocket.ClientFrames;
import io.vertx.core.http.HttpServerOptions;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The clock on the wall jumps; how long something lasts does not change by that.
class GatewayClockTest {
  private static final String RESUME = "{\"type\":\"resume\",\"id\":1,\"epoch\":1,\"streams\":{}}";

  private final LeakWatch leaks = new LeakWatch();
  private final GatewayFixture world =
      new GatewayFixture(impatientForResume(), new HttpServerOptions());

  @AfterEach
  void closeAll() throws Exception {
    world.close();
    leaks.close();
  }

  @Test
  void whoIsConnectedNoticesNothingOfAClockThatJumps() throws Exception {
    try (TestClient alice = TestClient.open(world.port, "8", ClientFrames.text(RESUME));
        TestClient bot = TestClient.open(world.port, "rtm-12")) {
      alice.readHead();
      alice.readUntil("resumed");
      bot.readHead();
      bot.readUntil("hello");

      for (int hours : new int[] {-1, 2}) {
        world.clock.forward(Duration.ofHours(hours));
        awaitDeadlines();
        for (int i = 0; i < 3; i++) {
          alice.send("{\"type\":\"ping\",\"id\":" + i + "}");
          assertThat(alice.read()).isEqualTo("{\"type\":\"pong\",\"reply_to\":" + i + "}");
          bot.send("{\"type\":\"message\",\"id\":" + i + ",\"channel\":\"C1\",\"text\":\"x\"}");
          assertThat(bot.read()).startsWith("{\"ok\":true,\"reply_to\":" + i + ",");
        }
      }
    }
  }

  @Test
  void whoComesIsToldTheTimeOnTheWall() throws Exception {
    world.clock.forward(Duration.ofDays(400));
    String seconds = Long.toString(world.clock.millis() / 1_000 / 100);

    try (TestClient alice = TestClient.open(world.port, "8")) {
      alice.readHead();
      assertThat(alice.read()).contains("\"time\":\"" + seconds);
    }
  }

  /// Until the wheel has looked at everybody: somebody who does not resume is closed.
  private void awaitDeadlines() throws Exception {
    try (TestClient idle = TestClient.open(world.port, "16")) {
      idle.readHead();
      idle.readUntil("hello");
      assertThat(idle.read()).isEqualTo("close 4004");
    }
  }

  private static GatewayConfig impatientForResume() {
    GatewayConfig defaults = GatewayConfig.defaults("test");
    return new GatewayConfig(
        "test",
        defaults.pingInterval(),
        Duration.ZERO,
        defaults.proveAfter(),
        defaults.closeTimeout(),
        defaults.maxFrameBytes(),
        defaults.queue(),
        defaults.admission(),
        defaults.hub());
  }
}
