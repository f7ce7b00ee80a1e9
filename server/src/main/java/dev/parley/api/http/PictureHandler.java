package dev.parley.api.http;

import dev.parley.core.picture.PictureAddress;
import dev.parley.core.picture.PictureService;
import dev.parley.core.picture.PictureService.Shown;
import dev.parley.storage.TenantScope;
import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Serves pictures that people uploaded. An address never comes to mean another picture, so
/// browsers keep what they have fetched.
public final class PictureHandler implements Handler<HttpServerRequest> {
  /// What every address of this handler begins with.
  public static final String PREFIX = PictureAddress.PREFIX;

  private static final Logger log = LoggerFactory.getLogger(PictureHandler.class);

  private final Vertx vertx;
  private final PictureService pictures;
  private final Executor executor;

  /// @param executor runs each read on a thread that may block
  public PictureHandler(Vertx vertx, PictureService pictures, Executor executor) {
    this.vertx = vertx;
    this.pictures = pictures;
    this.executor = executor;
  }

  @Override
  public void handle(HttpServerRequest request) {
    HttpServerResponse response = request.response();
    boolean head = request.method().equals(HttpMethod.HEAD);
    if (!head && !request.method().equals(HttpMethod.GET)) {
      var _ = response.setStatusCode(405).putHeader("allow", "GET, HEAD").end();
      return;
    }
    Optional<PictureAddress> address =
        PictureAddress.parse(Optional.ofNullable(request.path()).orElse(""));
    if (address.isEmpty()) {
      var _ = response.setStatusCode(404).end();
      return;
    }
    Context context = vertx.getOrCreateContext();
    executor.execute(
        () -> {
          Outcome found = read(address.get());
          context.runOnContext(_ -> write(response, found, head));
        });
  }

  /// What is answered: a picture, or a status without one.
  private record Outcome(int status, Optional<Shown> picture) {}

  private Outcome read(PictureAddress address) {
    try {
      Optional<Shown> found =
          ScopedValue.where(TenantScope.BOUND, address.workspace())
              .call(() -> pictures.find(address));
      return new Outcome(found.isPresent() ? 200 : 404, found);
    } catch (RuntimeException e) {
      log.atWarn().addKeyValue("event", "picture_failed").setCause(e).log();
      return new Outcome(503, Optional.empty());
    }
  }

  private static void write(HttpServerResponse response, Outcome outcome, boolean head) {
    if (response.closed()) {
      return;
    }
    var _ = response.setStatusCode(outcome.status());
    if (outcome.picture().isEmpty()) {
      var _ = response.end();
      return;
    }
    Shown picture = outcome.picture().get();
    var _ =
        response
            .putHeader("content-type", picture.mediaType())
            .putHeader("cache-control", "private, max-age=31536000, immutable")
            .putHeader("content-security-policy", "default-src 'none'; sandbox")
            .putHeader("cross-origin-resource-policy", "cross-origin")
            .putHeader("x-content-type-options", "nosniff");
    var _ = head ? response.end() : response.end(Buffer.buffer(picture.bytes()));
  }
}
