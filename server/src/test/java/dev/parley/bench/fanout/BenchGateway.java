package dev.parley.bench.fanout;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.fanout.EventSource;
import dev.parley.fanout.MemoryBroker;
import dev.parley.fanout.Publication;
import dev.parley.fanout.Publication.Grant;
import dev.parley.fanout.Signal;
import dev.parley.gateway.Authenticator;
import dev.parley.gateway.Gateway;
import dev.parley.gateway.GatewayConfig;
import dev.parley.gateway.GatewayConfig.Admission;
import dev.parley.gateway.GatewayServices;
import dev.parley.gateway.MemoryDesk;
import dev.parley.gateway.hub.ResumeTokens;
import dev.parley.gateway.wire.ServerFrames;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.StreamKey;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.CloseCode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServerOptions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// A gateway on one event loop whose truth costs next to nothing. Everybody is in the first channel
/// and in others of a pool, by their number.
final class BenchGateway implements AutoCloseable {
  static final WorkspaceId WORKSPACE = new WorkspaceId(4);
  static final StreamKey EVERYBODY = channel(0);
  private static final int POOL = 500;

  final int port;
  private final MemoryBroker broker = new MemoryBroker();
  private final Vertx vertx =
      Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setPreferNativeTransport(true));
  private final Gateway gateway;
  private long offset;

  BenchGateway(int channels) {
    GatewayConfig defaults = GatewayConfig.defaults("bench");
    GatewayConfig config =
        new GatewayConfig(
            "bench",
            Duration.ofHours(1),
            defaults.resumeTimeout(),
            defaults.proveAfter(),
            defaults.closeTimeout(),
            defaults.maxFrameBytes(),
            defaults.queue(),
            new Admission(1_000_000, 1_000_000, 100_000, 100_000, 50, 100_000),
            defaults.hub());
    Clock clock = Clock.systemUTC();
    gateway =
        new Gateway(
            config,
            new GatewayServices(
                broker,
                new Truth(channels),
                new NumberAuthenticator(),
                new ResumeTokens(new byte[32], clock, Duration.ofMinutes(10)),
                new MemoryDesk(),
                new SimpleMeterRegistry(),
                clock));
    port =
        vertx
            .createHttpServer(new HttpServerOptions().setHttp2ClearTextEnabled(false))
            .requestHandler(gateway::handle)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .orTimeout(10, TimeUnit.SECONDS)
            .join()
            .actualPort();
  }

  private static StreamKey channel(int index) {
    return StreamKey.of(WORKSPACE, new ChannelId(index * 4L + 1_000_001));
  }

  /// Publishes events to everybody, in one go.
  void publish(int events, byte[] event) {
    List<Signal> signals = new ArrayList<>();
    for (int i = 0; i < events; i++) {
      offset++;
      signals.add(
          new Signal.Event(EVERYBODY, new Publication(offset, event, 0, false, event, Grant.NONE)));
    }
    broker.publish(signals);
  }

  /// A message with so many characters of text.
  static byte[] event(int textBytes) {
    String start = "{\"type\":\"message\",\"user\":\"U0000000000001\",\"text\":\"";
    return (start + "x".repeat(textBytes) + "\"}").getBytes(UTF_8);
  }

  /// Bytes on the wire of an event's frame, once offsets have four digits.
  static int frameBytes(byte[] event) {
    int text = ServerFrames.event(EVERYBODY, 1_000, 999, event).length;
    return text + (text <= 125 ? 2 : 4);
  }

  @Override
  public void close() {
    gateway.close();
    vertx.close().toCompletionStage().toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
  }

  private static final class NumberAuthenticator implements Authenticator {
    @Override
    public Outcome authenticateTicket(String ticket) {
      UserId user = new UserId(Long.parseLong(ticket));
      return new Outcome.Accepted(new Principal(WORKSPACE, user, 1, Instant.MAX), null);
    }

    @Override
    public Outcome authenticateBearer(String token) {
      return authenticateTicket(token);
    }

    @Override
    public Optional<CloseCode> endOf(Principal principal) {
      return Optional.empty();
    }
  }

  private record Truth(int channels) implements EventSource {
    @Override
    public long epoch() {
      return 1;
    }

    @Override
    public Map<StreamKey, Backfill> read(
        WorkspaceId workspace, Map<StreamKey, Long> after, int limit, int total) {
      Map<StreamKey, Backfill> fills = new HashMap<>();
      after.keySet().forEach(stream -> fills.put(stream, new Backfill(List.of(), 0, false)));
      return fills;
    }

    @Override
    public Grants grants(WorkspaceId workspace, UserId user) {
      Set<Long> granted = new HashSet<>();
      granted.add(workspace.value());
      granted.add(EVERYBODY.stream());
      for (int i = 1; i < channels; i++) {
        granted.add(channel(1 + (int) ((user.value() / 4 * 7 + i) % POOL)).stream());
      }
      return new Grants(granted, Map.of());
    }
  }
}
