package dev.parley.api.http;

import dev.parley.api.ApiAnswer;
import dev.parley.api.RawArguments;
import dev.parley.api.WebhookGate;
import dev.parley.core.app.WebhookAddress;
import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.concurrent.Executor;

/// Serves the addresses of webhooks: collects the body on the event loop, runs the gate on a
/// virtual
/// thread and answers in plain text on the event loop.
public final class WebhookHandler implements Handler<HttpServerRequest> {
  /// What every address of this handler begins with.
  public static final String PREFIX = WebhookAddress.PREFIX;

  private static final int MAX_BODY = 1 << 20;

  private final Vertx vertx;
  private final Bodies bodies;
  private final WebhookGate gate;
  private final Executor executor;
  private final Bodies.Bounds bounds;
  private final Clients clients;

  /// @param executor runs each call on a thread that may block
  public WebhookHandler(
      Vertx vertx, Bodies bodies, WebhookGate gate, Executor executor, HttpConfig config) {
    this.vertx = vertx;
    this.bodies = bodies;
    this.gate = gate;
    this.executor = executor;
    this.bounds = new Bodies.Bounds(MAX_BODY, config.patience());
    this.clients = new Clients(config.proxies());
  }

  @Override
  public void handle(HttpServerRequest request) {
    if (!request.method().equals(HttpMethod.POST)) {
      var _ = request.response().setStatusCode(405).putHeader("allow", "POST").end();
      return;
    }
    Context context = vertx.getOrCreateContext();
    bodies.serve(
        request,
        bounds,
        executor,
        body -> run(request, body, context),
        code -> write(request.response(), gate.refused(code)));
  }

  private void run(HttpServerRequest request, byte[] body, Context context) {
    ApiAnswer answer =
        gate.handle(
            request.path(),
            new RawArguments(true, null, request.getHeader("content-type"), body),
            clients.of(request));
    context.runOnContext(_ -> write(request.response(), answer));
  }

  private static void write(HttpServerResponse response, ApiAnswer answer) {
    if (response.closed() || response.ended()) {
      return;
    }
    var _ = response.setStatusCode(answer.status());
    var _ = response.putHeader("content-type", "text/plain; charset=utf-8");
    var _ = response.putHeader("x-content-type-options", "nosniff");
    var _ = response.putHeader("cache-control", "no-store");
    answer.headers().forEach(response::putHeader);
    var _ = response.end(Buffer.buffer(answer.body()));
  }
}
