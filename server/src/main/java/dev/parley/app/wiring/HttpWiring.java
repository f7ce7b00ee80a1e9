package dev.parley.app.wiring;

import dev.parley.api.http.ApiHandler;
import dev.parley.api.http.Bodies;
import dev.parley.api.http.FaceHandler;
import dev.parley.api.http.HalfClosure;
import dev.parley.api.http.HttpConfig;
import dev.parley.api.http.PageFiles;
import dev.parley.api.http.PageHandler;
import dev.parley.api.http.WebhookHandler;
import dev.parley.app.config.ServerConfig;
import dev.parley.gateway.Gateway;
import dev.parley.storage.Databases;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one port: pages, API, operator API, WebSocket, health and metrics.
record HttpWiring(HttpServer server, ExecutorService calls) implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(HttpWiring.class);
  private static final int PATIENCE_SECONDS = 20;
  private static final int BACKLOG = 4_096;
  private static final int MAX_HEADERS = 16_384;
  private static final int IDLE_SECONDS = 60;
  /// How long requests and WebSockets that are under way may take when the server stops.
  static final Duration DRAIN = Duration.ofSeconds(3);

  private static final Duration BODY_DEADLINE = Duration.ofSeconds(30);

  /// Of the heap: what is made of a body takes several times its room.
  private static final int BODIES_SHARE = 16;

  private static final long MOST_BODY_BYTES = 128L << 20;

  /// What the port leads to.
  record Routes(
      ApiHandler api,
      Handler<HttpServerRequest> operator,
      Handler<HttpServerRequest> webhooks,
      Handler<HttpServerRequest> pictures,
      Gateway gateway,
      PageFiles pages,
      PrometheusMeterRegistry meters,
      Databases databases) {}

  static HttpServerOptions options(ServerConfig config) {
    return new HttpServerOptions()
        .setHost(config.host())
        .setPort(config.port())
        .setAcceptBacklog(BACKLOG)
        .setMaxHeaderSize(MAX_HEADERS)
        .setIdleTimeout(IDLE_SECONDS)
        .setTcpNoDelay(true)
        .setReuseAddress(true)
        .setCompressionSupported(false)
        .setHttp2ClearTextEnabled(false);
  }

  /// Without the folder that Vert.x would unpack resources into: a killed process leaves it behind.
  static VertxOptions options() {
    FileSystemOptions files =
        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false);
    return new VertxOptions().setPreferNativeTransport(true).setFileSystemOptions(files);
  }

  /// Listens and returns when the port takes connections.
  static HttpWiring start(Vertx vertx, ExecutorService calls, ServerConfig config, Routes routes)
      throws Exception {
    HttpServer server =
        vertx
            .createHttpServer(options(config))
            .connectionHandler(HalfClosure::allow)
            .requestHandler(router(routes, calls));
    var _ =
        server
            .listen()
            .toCompletionStage()
            .toCompletableFuture()
            .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    return new HttpWiring(server, calls);
  }

  /// One for all handlers: the memory they share is one.
  static Bodies bodies(Vertx vertx, MeterRegistry meters) {
    long most = Math.min(MOST_BODY_BYTES, Runtime.getRuntime().maxMemory() / BODIES_SHARE);
    return new Bodies(vertx, BODY_DEADLINE, most, meters);
  }

  static ApiHandler api(
      Vertx vertx, Bodies bodies, ApiWiring api, ExecutorService calls, ServerConfig config) {
    return new ApiHandler(vertx, bodies, api.gate(), calls, new HttpConfig(config.proxies()));
  }

  static WebhookHandler webhooks(
      Vertx vertx, Bodies bodies, ApiWiring api, ExecutorService calls, ServerConfig config) {
    return new WebhookHandler(
        vertx, bodies, api.webhooks(), calls, new HttpConfig(config.proxies()));
  }

  private static Handler<HttpServerRequest> router(Routes routes, ExecutorService calls) {
    PageHandler pages = new PageHandler(routes.pages());
    FaceHandler faces = new FaceHandler();
    HealthHandler health = new HealthHandler(routes.meters(), routes.databases(), calls);
    return guarded(
        request -> {
          String path = request.path();
          if (path == null) {
            var _ = request.response().setStatusCode(400).end();
            return;
          }
          switch (Route.of(path)) {
            case API -> routes.api().handle(request);
            case SOCKET -> routes.gateway().handle(request);
            case OPERATOR -> routes.operator().handle(request);
            case HEALTH, READINESS, METRICS -> health.handle(request);
            case FACES -> faces.handle(request);
            case PICTURES -> routes.pictures().handle(request);
            case WEBHOOKS -> routes.webhooks().handle(request);
            case PAGES -> pages.handle(request);
          }
        });
  }

  /// Answers a request whose handler threw: a request without an answer holds its connection.
  private static Handler<HttpServerRequest> guarded(Handler<HttpServerRequest> handler) {
    return request -> {
      try {
        handler.handle(request);
      } catch (RuntimeException e) {
        log.atError().addKeyValue("event", "request_failed").setCause(e).log();
        if (!request.response().ended()) {
          var _ = request.response().setStatusCode(500).end();
        }
      }
    };
  }

  /// Takes no more requests, and returns when those that are running were answered: what they use,
  /// the event loops too, may be stopped then.
  @Override
  public void close() {
    var _ = server.shutdown(DRAIN).toCompletionStage().toCompletableFuture().join();
    calls.shutdown();
    try {
      if (!calls.awaitTermination(DRAIN.toSeconds(), TimeUnit.SECONDS)) {
        calls.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
