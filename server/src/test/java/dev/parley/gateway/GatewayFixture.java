package dev.parley.gateway;

import dev.parley.fanout.Broker;
import dev.parley.fanout.MemoryBroker;
import dev.parley.fanout.Publication;
import dev.parley.fanout.Signal;
import dev.parley.gateway.Authenticator.Outcome;
import dev.parley.gateway.Authenticator.Principal;
import dev.parley.gateway.hub.ResumeTokens;
import dev.parley.gateway.rtm.RtmOptions;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.StreamKey;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.CloseCode;
import dev.parley.testkit.MovableClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/// A gateway on a port, over a world in memory. A ticket is the number of a user, after `rtm-` for
/// RTM; `bad`, `ended` and `full` are refused, `down` cannot be checked.
final class GatewayFixture implements AutoCloseable {
  static final WorkspaceId ACME = new WorkspaceId(4);
  static final StreamKey GENERAL = StreamKey.of(ACME, new ChannelId(41));

  final MemoryEventSource truth = new MemoryEventSource();
  final MemoryBroker broker = new MemoryBroker();
  final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  /// Users whose session has ended without anybody being told.
  final Map<UserId, CloseCode> ended = new ConcurrentHashMap<>();
  final MemoryDesk desk = new MemoryDesk();
  final MovableClock clock = new MovableClock();
  final Gateway gateway;
  final int port;
  /// Streams that were subscribed at some time.
  final Set<StreamKey> subscribed = ConcurrentHashMap.newKeySet();
  private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2));

  GatewayFixture(GatewayConfig config, HttpServerOptions options) {
    gateway =
        new Gateway(
            config,
            new GatewayServices(
                new WatchedBroker(),
                truth,
                new NumberAuthenticator(),
                new ResumeTokens(new byte[32], Clock.systemUTC(), Duration.ofMinutes(10)),
                desk,
                meters,
                clock));
    Router router = Router.router(vertx);
    gateway.mount(router);
    router.get("/page").handler(context -> context.end("hello"));
    port =
        vertx
            .createHttpServer(options)
            .requestHandler(router)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .orTimeout(10, TimeUnit.SECONDS)
            .join()
            .actualPort();
  }

  static StreamKey user(long number) {
    return StreamKey.of(ACME, new UserId(number));
  }

  /// Commits an event of a channel and publishes it.
  void post(StreamKey stream, String json) {
    publish(stream, truth.commit(stream, json));
  }

  void publish(StreamKey stream, Publication publication) {
    broker.publish(List.of(new Signal.Event(stream, publication)));
  }

  double refusals(String reason) {
    return meters.counter("parley.gateway.refusals", "reason", reason).count();
  }

  @Override
  public void close() {
    gateway.close();
    vertx.close().toCompletionStage().toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
  }

  private final class WatchedBroker implements Broker {
    @Override
    public void publish(List<? extends Signal> signals) {
      broker.publish(signals);
    }

    @Override
    public Subscription subscribe(StreamKey stream, Listener listener) {
      Subscription subscription = broker.subscribe(stream, listener);
      subscribed.add(stream);
      return subscription;
    }
  }

  private final class NumberAuthenticator implements Authenticator {
    @Override
    public Outcome authenticateTicket(String ticket) {
      boolean isRtm = ticket.startsWith("rtm-");
      String name = isRtm ? ticket.substring(4) : ticket;
      return switch (name) {
        case "bad" -> new Outcome.Refused(CloseCode.BAD_TICKET);
        case "ended" -> new Outcome.Refused(CloseCode.SESSION_ENDED);
        case "full" -> new Outcome.Refused(CloseCode.OVERLOADED);
        case "down" -> throw new LinkageError("planted");
        default -> {
          UserId user = new UserId(Long.parseLong(name));
          RtmOptions rtm = isRtm ? new RtmOptions(true, false) : null;
          yield new Outcome.Accepted(new Principal(ACME, user, 7, Instant.MAX), rtm);
        }
      };
    }

    @Override
    public Outcome authenticateBearer(String token) {
      return authenticateTicket(token);
    }

    @Override
    public Optional<CloseCode> endOf(Principal principal) {
      return Optional.ofNullable(ended.get(principal.user()));
    }
  }
}
