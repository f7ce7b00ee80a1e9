package dev.parley.gateway;

import dev.parley.fanout.Signal;
import dev.parley.gateway.Authenticator.Outcome;
import dev.parley.gateway.hub.GatewayMetrics;
import dev.parley.gateway.hub.GatewayMetrics.RefusalReason;
import dev.parley.gateway.hub.HubServices;
import dev.parley.gateway.hub.LastAnswers;
import dev.parley.gateway.hub.RtmServices;
import dev.parley.gateway.websocket.ChannelTakeover;
import dev.parley.kernel.StreamKey;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.CloseCode;
import io.micrometer.core.instrument.Gauge;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.channel.WriteBufferWaterMark;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerConnection;
import io.vertx.ext.web.Router;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The realtime gateway of a node. Safe for use by many threads; see the package for how the work
/// is spread.
public final class Gateway implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Gateway.class);
  /// Where WebSockets are opened.
  public static final String PATH = "/ws";

  private static final String BEARER = "bearer ";

  private final GatewayConfig config;
  private final GatewayServices services;
  private final Admission admission;
  private final GatewayMetrics metrics;
  private final HubServices hubServices;
  private final WriteBufferWaterMark waterMark;
  private final ExecutorService blocking = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<EventLoop, LoopGateway> loops = new ConcurrentHashMap<>();

  public Gateway(GatewayConfig config, GatewayServices services) {
    this.config = config;
    this.services = services;
    this.admission = new Admission(config.admission(), this::cameOrWent);
    this.metrics = new GatewayMetrics(services.meters());
    this.waterMark = new WriteBufferWaterMark(config.queue().resumeBelow(), config.queue().full());
    this.hubServices =
        new HubServices(
            services.broker(),
            services.events(),
            services.tokens(),
            new RtmServices(services.desk(), new LastAnswers(services.clock())),
            blocking,
            config.build(),
            (int) config.pingInterval().toSeconds());
    Gauge.builder("parley.gateway.connections", admission, Admission::connections)
        .register(services.meters());
  }

  /// Has a router hand WebSocket requests to the gateway, before its other routes.
  public void mount(Router router) {
    router.get(PATH).order(Integer.MIN_VALUE).handler(context -> handle(context.request()));
  }

  /// Takes a request over, or answers it with an error. To be called in the handler of the request,
  /// on its event loop, before anything asynchronous.
  public void handle(HttpServerRequest request) {
    Channel channel =
        ((HttpServerConnection) request.connection()).channelHandlerContext().channel();
    LoopGateway loop = loops.computeIfAbsent(channel.eventLoop(), this::newLoop);
    ConnectionHandler connection = new ConnectionHandler(loop, channel);
    String ticket = ticketOf(request);
    String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (!ChannelTakeover.takeOver(request, connection)) {
      metrics.refused(RefusalReason.NOT_WEBSOCKET);
      return;
    }
    channel.config().setWriteBufferWaterMark(waterMark);
    connection.begin(ticket != null && Tickets.isForRtm(ticket));
    RefusalReason refusal = admission.knock().orElse(null);
    if (refusal != null) {
      boolean draining = refusal == RefusalReason.DRAINING;
      connection.refuse(refusal, draining ? CloseCode.DRAINING : CloseCode.OVERLOADED);
      return;
    }
    blocking.execute(() -> authenticate(channel, connection, ticket, authorization));
  }

  private static @Nullable String ticketOf(HttpServerRequest request) {
    try {
      return request.getParam("ticket");
    } catch (IllegalArgumentException e) {
      // A query that cannot be decoded: no ticket that we gave.
      return null;
    }
  }

  /// Called on the loop of the connection.
  private void cameOrWent(Authenticator.Principal principal) {
    Signal signal = new Signal.Presence(StreamKey.of(principal.workspace()), principal.user());
    try {
      blocking.execute(() -> services.broker().publish(List.of(signal)));
    } catch (RejectedExecutionException e) {
      // The gateway closes: nobody is left here to be told.
    }
  }

  /// How many connections somebody has to this node.
  public int connectionsOf(WorkspaceId workspace, UserId user) {
    return admission.connectionsOf(StreamKey.of(workspace, user));
  }

  /// Compares the heads of all streams with the truth. To be called when the broker may have lost
  /// signals, as after it was reconnected.
  public void compareHeads() {
    onEveryLoop(loop -> loop.hub.compareHeads());
  }

  /// Takes no new connections, tells the present ones to reconnect within a spread of time, and
  /// closes each at a random moment of it. Returns at once.
  public void drain(Duration spread) {
    admission.drain();
    onEveryLoop(loop -> loop.drain(spread.toMillis()));
  }

  /// Closes all connections and ends all subscriptions.
  @Override
  public void close() {
    admission.drain();
    CountDownLatch running = new CountDownLatch(loops.size());
    onEveryLoop(
        loop -> {
          loop.hub.forEach(connection -> connection.close(CloseCode.DRAINING));
          loop.stop();
          running.countDown();
        });
    try {
      var _ = running.await(1, TimeUnit.SECONDS);
      blocking.shutdown();
      if (!blocking.awaitTermination(1, TimeUnit.SECONDS)) {
        blocking.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private LoopGateway newLoop(EventLoop eventLoop) {
    LoopGateway loop =
        new LoopGateway(eventLoop, config, services, hubServices, admission, metrics);
    eventLoop.execute(loop::start);
    return loop;
  }

  private void onEveryLoop(Consumer<LoopGateway> action) {
    loops.forEach((eventLoop, loop) -> eventLoop.execute(() -> action.accept(loop)));
  }

  /// Runs on a virtual thread.
  private void authenticate(
      Channel channel,
      ConnectionHandler connection,
      @Nullable String ticket,
      @Nullable String authorization) {
    Outcome outcome;
    try {
      outcome = check(ticket, authorization);
    } catch (RuntimeException | Error e) {
      log.atWarn()
          .addKeyValue("event", "gateway_authentication_failed")
          .setCause(e)
          .log("A connection could not be authenticated.");
      outcome = new Outcome.Refused(CloseCode.SERVER_FAULT);
    } finally {
      admission.handshakeDone();
    }
    Outcome result = outcome;
    channel
        .eventLoop()
        .execute(
            () -> {
              switch (result) {
                case Outcome.Accepted accepted ->
                    connection.accept(accepted.principal(), accepted.rtm());
                case Outcome.Refused refused ->
                    connection.refuse(reason(refused.code()), refused.code());
              }
            });
  }

  private static RefusalReason reason(CloseCode code) {
    return switch (code) {
      case BAD_TICKET -> RefusalReason.BAD_TICKET;
      case SESSION_ENDED, SESSION_EXPIRED, ACCOUNT_INACTIVE, WORKSPACE_GONE, SIGNED_OUT ->
          RefusalReason.SESSION_ENDED;
      case OVERLOADED -> RefusalReason.OVERLOADED;
      default -> RefusalReason.SERVER_FAULT;
    };
  }

  private Outcome check(@Nullable String ticket, @Nullable String authorization) {
    if (ticket != null) {
      return services.authenticator().authenticateTicket(ticket);
    }
    if (authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      String token = authorization.substring(BEARER.length()).strip();
      return services.authenticator().authenticateBearer(token);
    }
    return new Outcome.Refused(CloseCode.BAD_TICKET);
  }
}
