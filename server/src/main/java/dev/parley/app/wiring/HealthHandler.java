package dev.parley.app.wiring;

import dev.parley.storage.DatabaseRole;
import dev.parley.storage.Databases;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ExecutorService;

/// `/healthz`: the process answers. `/readyz`: so does its database. `/metrics`: Prometheus'
/// format, only for programs on the same machine that did not come through a proxy.
final class HealthHandler implements Handler<HttpServerRequest> {
  private static final int VALID_SECONDS = 2;

  private final PrometheusMeterRegistry meters;
  private final Databases databases;
  private final ExecutorService blocking;

  HealthHandler(PrometheusMeterRegistry meters, Databases databases, ExecutorService blocking) {
    this.meters = meters;
    this.databases = databases;
    this.blocking = blocking;
  }

  @Override
  public void handle(HttpServerRequest request) {
    var _ = request.response().putHeader("content-type", "text/plain; charset=utf-8");
    switch (Route.of(request.path())) {
      case HEALTH -> answer(request, 200, "ok\n");
      case READINESS -> ready(request);
      default -> metrics(request);
    }
  }

  private void ready(HttpServerRequest request) {
    Context context = Vertx.currentContext();
    blocking.execute(
        () -> {
          boolean ready = databaseAnswers();
          context.runOnContext(
              _ -> answer(request, ready ? 200 : 503, ready ? "ready\n" : "no database\n"));
        });
  }

  private boolean databaseAnswers() {
    try (Connection connection = databases.connect(DatabaseRole.RELAY)) {
      return connection.isValid(VALID_SECONDS);
    } catch (SQLException e) {
      return false;
    }
  }

  private void metrics(HttpServerRequest request) {
    String address = request.remoteAddress().hostAddress();
    boolean local =
        address != null && (address.startsWith("127.") || address.equals("0:0:0:0:0:0:0:1"));
    if (local && request.getHeader("x-forwarded-for") == null) {
      answer(request, 200, meters.scrape());
    } else {
      answer(request, 404, "Not found.\n");
    }
  }

  private static void answer(HttpServerRequest request, int status, String text) {
    var _ = request.response().setStatusCode(status).end(text);
  }
}
