package dev.parley.gateway;

import static dev.parley.gateway.GatewayFixture.ACME;
import static dev.parley.gateway.GatewayFixture.GENERAL;
import static dev.parley.gateway.GatewayFixture.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.gateway.GatewayConfig.Admission;
import dev.parley.gateway.GatewayConfig.Queue;
import dev.parley.gateway.websocket.ClientFrames;
import dev.parley.kernel.UserId;
import dev.parley.protocol.CloseCode;
import dev.parley.testkit.Eventually;
import io.vertx.core.http.HttpServerOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Limits on connections and on what one of them may cost.
class GatewayLimitsTest {
  private static final Duration SLOWLY = Duration.ofSeconds(30);
  private static final Admission GENEROUS = new Admission(1_000, 1_000, 100, 100, 50, 100);
  private static final Queue SMALL = new Queue(4_096, 8_192, 2_048, 65_536, Duration.ofSeconds(1));

  private final LeakWatch leaks = new LeakWatch();
  private final List<AutoCloseable> open = new ArrayList<>();

  @AfterEach
  void closeAll() throws Exception {
    for (AutoCloseable closeable : open.reversed()) {
      closeable.close();
    }
    leaks.close();
  }

  @Test
  void aPersonMayHaveSoManyConnectionsAndOneMoreAfterAnotherEnded() throws Exception {
    GatewayFixture world = world(new Admission(1_000, 1_000, 100, 100, 2, 100), SMALL);
    TestClient first = greet(world, "8");
    greet(world, "8");

    assertThat(refusal(world, "8")).isEqualTo("close 4006");
    assertThat(world.refusals("user_connections")).isEqualTo(1);
    first.write(ClientFrames.close(1000));
    assertThat(first.read()).isEqualTo("close 1000");
    assertThat(first.read()).isEqualTo("end");
    greet(world, "8");
  }

  @Test
  void aWorkspaceMayHaveSoManyConnections() throws Exception {
    GatewayFixture world = world(new Admission(1_000, 1_000, 100, 100, 50, 2), SMALL);
    greet(world, "8");
    greet(world, "12");

    assertThat(refusal(world, "16")).isEqualTo("close 4006");
    assertThat(world.refusals("workspace_connections")).isEqualTo(1);
  }

  @Test
  void connectionsComeAtALimitedRate() throws Exception {
    GatewayFixture world = world(new Admission(0, 2, 100, 100, 50, 100), SMALL);
    greet(world, "8");
    greet(world, "12");

    assertThat(refusal(world, "16")).isEqualTo("close 4006");
    assertThat(world.refusals("accept_rate")).isEqualTo(1);
  }

  @Test
  void soManyMayBeBeforeTheirResume() throws Exception {
    GatewayFixture world = world(new Admission(1_000, 1_000, 100, 1, 50, 100), SMALL);
    TestClient alice = greet(world, "8");

    assertThat(refusal(world, "12")).isEqualTo("close 4006");
    assertThat(world.refusals("resumes_in_flight")).isEqualTo(1);
    alice.close();
  }

  @Test
  void whoDoesNotResumeIsClosed() throws Exception {
    GatewayFixture world = world(GENEROUS, SMALL);
    TestClient alice = greet(world, "8");

    assertThat(alice.read()).isEqualTo("close 4004");
    assertThat(alice.read()).isEqualTo("end");
  }

  @Test
  void whoIsSilentIsClosed() throws Exception {
    GatewayFixture world = world(GENEROUS, SMALL);
    TestClient alice = resume(world, "8");

    assertThat(alice.read()).isEqualTo("close 4002");
    assertThat(alice.read()).isEqualTo("end");
    Eventually.holds(() -> assertThat(world.gateway.connectionsOf(ACME, new UserId(8))).isZero());
  }

  @Test
  void whoCannotSendAnyMoreIsReleasedAtOnce() throws Exception {
    GatewayFixture world = world(SLOWLY, GENEROUS, SMALL);
    for (TestClient alice : List.of(connect(world, "8"), greet(world, "8"), resume(world, "8"))) {
      alice.shutdownOutput();
      alice.readUntilEnd();
    }

    Eventually.holds(() -> assertThat(world.gateway.connectionsOf(ACME, new UserId(8))).isZero());
    assertThat(world.refusals("ping_timeout") + world.refusals("no_resume")).isZero();
  }

  @Test
  void aFloodOfPingsIsClosed() throws Exception {
    GatewayFixture world = world(SLOWLY, GENEROUS, SMALL);
    TestClient alice = resume(world, "8");

    for (int i = 0; i < 400; i++) {
      alice.write(ClientFrames.frame(0x89, new byte[0]));
    }

    assertThat(alice.readUntil("close")).isEqualTo("close 4005");
    assertThat(world.refusals("too_many_frames")).isEqualTo(1);
  }

  @Test
  void aSessionThatEndedBeforeItsConnectionWasListenedForIsClosed() throws Exception {
    GatewayFixture world = world(GENEROUS, SMALL);
    world.ended.put(new UserId(8), CloseCode.SESSION_ENDED);
    world.ended.put(new UserId(12), CloseCode.SIGNED_OUT);

    assertThat(resume(world, "8").read()).isEqualTo("close 4200");
    assertThat(resume(world, "12").read()).isEqualTo("close 4203");
  }

  @Test
  void whoDoesNotReadIsClosedAndOthersHearEverything() throws Exception {
    GatewayFixture world = world(SLOWLY, GENEROUS, SMALL);
    world.truth.grant(user(8), GENERAL.stream());
    world.truth.grant(user(12), GENERAL.stream());
    resume(world, "8");
    TestClient bob = resume(world, "12");

    String text = "{\"type\":\"message\",\"text\":\"" + "x".repeat(30_000) + "\"}";
    for (int i = 1; i <= 400; i++) {
      world.post(GENERAL, text);
      assertThat(bob.readUntil("\"offset\":" + i + ",")).endsWith("x\"}}");
    }

    Eventually.holds(() -> assertThat(world.refusals("slow_reader")).isEqualTo(1));
  }

  private GatewayFixture world(Admission admission, Queue queue) {
    return world(Duration.ofSeconds(1), admission, queue);
  }

  private GatewayFixture world(Duration patience, Admission admission, Queue queue) {
    GatewayConfig defaults = GatewayConfig.defaults("test");
    GatewayConfig config =
        new GatewayConfig(
            "test",
            patience,
            patience,
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            defaults.maxFrameBytes(),
            queue,
            admission,
            defaults.hub());
    GatewayFixture world = new GatewayFixture(config, new HttpServerOptions());
    open.add(world);
    return world;
  }

  private TestClient greet(GatewayFixture world, String ticket) throws Exception {
    TestClient client = connect(world, ticket);
    assertThat(client.read()).contains("hello");
    return client;
  }

  private TestClient resume(GatewayFixture world, String ticket) throws Exception {
    TestClient client = greet(world, ticket);
    client.send("{\"type\":\"resume\",\"id\":1,\"epoch\":1,\"streams\":{}}");
    assertThat(client.read()).contains("resumed");
    return client;
  }

  private String refusal(GatewayFixture world, String ticket) throws Exception {
    return connect(world, ticket).read();
  }

  private TestClient connect(GatewayFixture world, String ticket) throws Exception {
    TestClient client = TestClient.open(world.port, ticket);
    open.add(client);
    assertThat(client.readHead()).startsWith("HTTP/1.1 101");
    return client;
  }
}
