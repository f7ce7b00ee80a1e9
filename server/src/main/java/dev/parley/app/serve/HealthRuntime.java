package dev.parley.app.serve;

import dev.parley.app.config.ServerConfig;
import dev.parley.storage.DatabaseAddress;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.util.concurrent.TimeUnit;

/// A server that answers `GET /healthz` and nothing else.
public final class HealthRuntime implements ServerRuntime {
  private static final int PATIENCE_SECONDS = 20;

  @Override
  public Running start(ServerConfig config, DatabaseAddress database, DataDirectory data)
      throws Exception {
    Vertx vertx = Vertx.vertx();
    HttpServer server =
        vertx
            .createHttpServer()
            .requestHandler(
                request -> {
                  boolean health = request.path().equals("/healthz");
                  var _ =
                      request
                          .response()
                          .setStatusCode(health ? 200 : 404)
                          .end(health ? "ok\n" : "not found\n");
                });
    try {
      var _ =
          server
              .listen(config.port(), config.host())
              .toCompletionStage()
              .toCompletableFuture()
              .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (Exception e) {
      var _ = vertx.close();
      throw e;
    }
    return new Running() {
      @Override
      public int port() {
        return server.actualPort();
      }

      @Override
      public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
      }
    };
  }
}
