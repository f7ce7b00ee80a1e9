package dev.parley.gateway;

import static dev.parley.gateway.GatewayFixture.GENERAL;
import static dev.parley.gateway.GatewayFixture.user;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.fanout.Signal;
import dev.parley.gateway.websocket.ClientFrames;
import dev.parley.testkit.Eventually;
import io.vertx.core.http.HttpServerOptions;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Alice (8) and Bob (12) talk to a gateway over real sockets.
class GatewayTest {
  private static final String ALICE = "8";
  private static final String BOB = "12";
  private static final String RESUME = "{\"type\":\"resume\",\"id\":1,\"epoch\":1,\"streams\":{}}";

  private final LeakWatch leaks = new LeakWatch();
  private final List<AutoCloseable> open = new ArrayList<>();
  private GatewayFixture world;

  GatewayTest() {
    world = new GatewayFixture(GatewayConfig.defaults("test"), new HttpServerOptions());
  }

  @BeforeEach
  void bothAreInGeneral() {
    world.truth.grant(user(8), GENERAL.stream());
    world.truth.grant(user(12), GENERAL.stream());
  }

  @AfterEach
  void closeAll() throws Exception {
    for (AutoCloseable closeable : open) {
      closeable.close();
    }
    world.close();
    leaks.close();
  }

  @Test
  void aFrameGluedToTheHandshakeIsHeard() throws Exception {
    TestClient alice = track(TestClient.open(world.port, ALICE, ClientFrames.text(RESUME)));

    assertThat(alice.readHead())
        .startsWith("HTTP/1.1 101 Switching Protocols\r\n")
        .doesNotContainIgnoringCase("sec-websocket-extensions")
        .contains("sec-websocket-accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
    assertThat(alice.read()).startsWith("{\"type\":\"hello\",\"protocol\":1,\"team\":\"T");
    assertThat(alice.read()).startsWith("{\"type\":\"resumed\",\"reply_to\":1,");
  }

  @Test
  void everybodyInTheChannelGetsAnEventAndAPageStillLoadsBeside() throws Exception {
    TestClient alice = connect(ALICE);
    TestClient bob = connect(BOB);

    world.post(GENERAL, "{\"type\":\"message\",\"text\":\"hi\"}");

    String frame =
        "{\"type\":\"event\",\"stream\":\""
            + GENERAL.name()
            + "\",\"offset\":1,\"prev\":0,\"event\":{\"type\":\"message\",\"text\":\"hi\"}}";
    assertThat(alice.read()).isEqualTo(frame);
    assertThat(bob.read()).isEqualTo(frame);
    TestClient page =
        track(new TestClient(new Socket(InetAddress.getLoopbackAddress(), world.port)));
    page.write("GET /page HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(ISO_8859_1));
    assertThat(page.readHead()).startsWith("HTTP/1.1 200");
  }

  @Test
  void typingReachesOthersOnly() throws Exception {
    TestClient alice = connect(ALICE);
    TestClient bob = connect(BOB);

    alice.send("{\"type\":\"typing\",\"channel\":\"" + GENERAL.name() + "\"}");
    alice.send("{\"type\":\"ping\",\"id\":\"p\"}");

    assertThat(bob.read()).startsWith("{\"type\":\"typing\",\"channel\":\"" + GENERAL.name());
    assertThat(alice.read()).isEqualTo("{\"type\":\"pong\",\"reply_to\":\"p\"}");
  }

  @Test
  void anEndedSessionIsClosedEvenBeforeItResumes() throws Exception {
    TestClient alice = track(TestClient.open(world.port, ALICE));
    alice.readHead();
    alice.readUntil("hello");
    Eventually.holds(() -> assertThat(world.subscribed).contains(user(8)));

    world.broker.publish(List.of(new Signal.EndSession(user(8), 7, 4200)));

    assertThat(alice.read()).isEqualTo("close 4200");
  }

  @Test
  void aBadTicketIsRefusedByACloseCode() throws Exception {
    TestClient mallory = track(TestClient.open(world.port, "bad"));

    assertThat(mallory.readHead()).startsWith("HTTP/1.1 101 ");
    assertThat(mallory.read()).isEqualTo("close 4100");
    mallory.write(ClientFrames.close(4100));
    assertThat(mallory.read()).isEqualTo("end");
    assertThat(world.refusals("bad_ticket")).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"ended, 4200, session_ended", "full, 4006, overloaded", "down, 4003, server_fault"})
  void aRefusalIsCountedAsWhatItsCloseCodeSays(String ticket, int code, String reason)
      throws Exception {
    for (String prefix : List.of("", "rtm-")) {
      TestClient mallory = track(TestClient.open(world.port, prefix + ticket));
      mallory.readHead();
      assertThat(mallory.read()).isEqualTo("close " + code);
    }
    assertThat(world.refusals(reason)).isEqualTo(2);
    assertThat(world.refusals("bad_ticket")).isZero();
  }

  @Test
  void aBearerTokenOpensAConnection() throws Exception {
    TestClient bot =
        track(new TestClient(new Socket(InetAddress.getLoopbackAddress(), world.port)));
    bot.write(upgrade("Authorization: Bearer 8"));

    assertThat(bot.readHead()).startsWith("HTTP/1.1 101 ");
    assertThat(bot.read()).contains("hello");
  }

  @Test
  void aRequestThatIsNoWebSocketGetsAStatus() throws Exception {
    TestClient page =
        track(new TestClient(new Socket(InetAddress.getLoopbackAddress(), world.port)));
    page.write("GET /ws HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(ISO_8859_1));

    assertThat(page.readHead()).startsWith("HTTP/1.1 426").contains("sec-websocket-version: 13");
  }

  @Test
  void aQueryThatCannotBeDecodedIsAnswered() throws Exception {
    TestClient page =
        track(new TestClient(new Socket(InetAddress.getLoopbackAddress(), world.port)));
    page.write("GET /ws?ticket=%zz HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(ISO_8859_1));

    assertThat(page.readHead()).startsWith("HTTP/1.1 426");
  }

  @Test
  void aBrokenFrameIsAnErrorAndAFrameOver64kClosesWith1009() throws Exception {
    TestClient alice = connect(ALICE);

    alice.send("{nonsense");
    assertThat(alice.read()).contains("\"code\":\"bad_frame\"");
    alice.send("x".repeat(65_537));
    assertThat(alice.read()).isEqualTo("close 1009");
  }

  @Test
  void tooManyFramesEndTheConnection() throws Exception {
    TestClient alice = connect(ALICE);

    for (int i = 0; i < 300; i++) {
      alice.write(ClientFrames.text("{\"type\":\"ping\",\"id\":" + i + "}"));
    }

    alice.readUntil("too_many_frames");
    assertThat(alice.read()).isEqualTo("close 4005");
  }

  @Test
  void aDrainSaysGoodbyeAndClosesWithinTheSpread() throws Exception {
    TestClient alice = connect(ALICE);

    world.gateway.drain(Duration.ofMillis(50));

    assertThat(alice.read())
        .isEqualTo("{\"type\":\"goodbye\",\"reason\":\"draining\",\"spread_ms\":50}");
    assertThat(alice.read()).isEqualTo("close 4000");
    TestClient late = track(TestClient.open(world.port, ALICE));
    late.readHead();
    assertThat(late.read()).isEqualTo("close 4000");
  }

  private static byte[] upgrade(String header) {
    String request =
        """
        GET /ws HTTP/1.1
        Host: a
        Upgrade: websocket
        Connection: Upgrade
        Sec-WebSocket-Version: 13
        Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
        """;
    return (request + header + "\n\n").replace("\n", "\r\n").getBytes(ISO_8859_1);
  }

  private TestClient connect(String ticket) throws Exception {
    TestClient client = track(TestClient.open(world.port, ticket));
    client.readHead();
    client.readUntil("hello");
    client.send(RESUME);
    client.readUntil("resumed");
    return client;
  }

  private <T extends AutoCloseable> T track(T closeable) {
    open.add(closeable);
    return closeable;
  }
}
