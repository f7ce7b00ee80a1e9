package dev.parley.api.http;

import dev.parley.api.ApiAnswer;
import dev.parley.api.ApiRequest;
import dev.parley.api.Client;
import dev.parley.api.Gate;
import dev.parley.api.RawArguments;
import dev.parley.api.SessionCookie;
import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executor;

/// Serves `/api/<method>`: collects the body on the event loop, runs the gate on a virtual thread
/// and writes the answer back on the event loop.
public final class ApiHandler implements Handler<HttpServerRequest> {
  /// What every address of this handler begins with.
  public static final String PREFIX = "/api/";

  // Not "cookies" or "storage": other workspaces' sessions and drafts are in this browser too. The
  // page drops what it stored of its own workspace.
  private static final String CLEARED = "\"cache\"";

  private final Vertx vertx;
  private final Bodies bodies;
  private final Gate gate;
  private final Executor executor;
  private final HttpConfig config;
  private final Clients clients;

  /// @param executor runs each call on a thread that may block
  public ApiHandler(Vertx vertx, Bodies bodies, Gate gate, Executor executor, HttpConfig config) {
    this.vertx = vertx;
    this.bodies = bodies;
    this.gate = gate;
    this.executor = executor;
    this.config = config;
    this.clients = new Clients(config.proxies());
  }

  @Override
  public void handle(HttpServerRequest request) {
    Context context = vertx.getOrCreateContext();
    boolean isPost = request.method().equals(HttpMethod.POST);
    if (!isPost && !request.method().equals(HttpMethod.GET)) {
      var _ = request.response().setStatusCode(405).putHeader("allow", "GET, POST").end();
      return;
    }
    bodies.serve(
        request,
        config.bounds(),
        executor,
        body -> run(request, isPost, body, context),
        code -> refuse(request, code));
  }

  private void run(HttpServerRequest request, boolean isPost, byte[] body, Context context) {
    Client client = clients.of(request);
    ApiAnswer answer =
        gate.handle(
            new ApiRequest(
                methodName(request.path()),
                new RawArguments(isPost, request.query(), request.getHeader("content-type"), body),
                request.getHeader("authorization"),
                request.getHeader("x-parley-team"),
                client));
    boolean gzip = Gzip.isWanted(request.getHeader("accept-encoding"), answer.body().length);
    byte[] bytes = gzip ? Gzip.compress(answer.body()) : answer.body();
    context.runOnContext(_ -> write(request, client, answer, bytes, gzip));
  }

  private static void write(
      HttpServerRequest request, Client client, ApiAnswer answer, byte[] bytes, boolean gzip) {
    HttpServerResponse response = request.response();
    if (response.closed() || response.ended()) {
      return;
    }
    commonHeaders(request);
    var _ = response.setStatusCode(answer.status());
    answer.headers().forEach(response::putHeader);
    for (SessionCookie cookie : answer.cookies()) {
      var _ = response.headers().add("set-cookie", cookie.header(client.isSecure()));
      if (cookie.isRemoved()) {
        var _ = response.putHeader("clear-site-data", CLEARED);
      }
    }
    if (gzip) {
      var _ = response.putHeader("content-encoding", "gzip");
    }
    var _ = response.end(Buffer.buffer(bytes));
  }

  private static void refuse(HttpServerRequest request, String code) {
    HttpServerResponse response = request.response();
    if (code.equals("service_unavailable")) {
      var _ = response.setStatusCode(503).putHeader("retry-after", "1");
    } else if (code.equals("internal_error")) {
      var _ = response.setStatusCode(500);
    }
    commonHeaders(request);
    String body = "{\"ok\":false,\"error\":\"" + code + "\"}";
    var _ = response.end(Buffer.buffer(body.getBytes(StandardCharsets.UTF_8)));
  }

  private static void commonHeaders(HttpServerRequest request) {
    HttpServerResponse response = request.response();
    var _ = response.putHeader("content-type", "application/json; charset=utf-8");
    var _ = response.putHeader("cache-control", "private, no-cache, no-store, must-revalidate");
    var _ = response.putHeader("vary", "Accept-Encoding");
    var _ = response.putHeader("x-content-type-options", "nosniff");
    if (request.getHeader("x-parley-team") == null) {
      var _ = response.putHeader("access-control-allow-origin", "*");
    }
  }

  /// The method in an address; doubled and trailing slashes do not matter.
  private static String methodName(String path) {
    int start = PREFIX.length();
    int end = path.length();
    while (start < end && path.charAt(start) == '/') {
      start++;
    }
    while (end > start && path.charAt(end - 1) == '/') {
      end--;
    }
    return path.substring(start, end);
  }
}
