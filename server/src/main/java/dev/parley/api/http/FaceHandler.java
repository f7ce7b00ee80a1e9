package dev.parley.api.http;

import dev.parley.api.face.Face;
import dev.parley.api.face.FaceDrawing;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Serves drawn faces: `GET /faces/CODE.svg`, or `CODE-SIZE.svg` for a width and height in pixels.
/// A code never comes to mean another face, so pictures are kept for ever; everybody may see them.
public final class FaceHandler implements Handler<HttpServerRequest> {
  /// What every address of a face begins with.
  public static final String PREFIX = "/faces/";

  private static final Pattern PATH =
      Pattern.compile("/faces/([0-9a-z]{12})(?:-([1-9][0-9]{1,2}))?\\.svg");
  private static final int USUAL_SIZE = 72;

  @Override
  public void handle(HttpServerRequest request) {
    HttpServerResponse response = request.response();
    boolean head = request.method().equals(HttpMethod.HEAD);
    if (!head && !request.method().equals(HttpMethod.GET)) {
      var _ = response.setStatusCode(405).putHeader("allow", "GET, HEAD").end();
      return;
    }
    String path = Optional.ofNullable(request.path()).orElse("");
    String svg = draw(path);
    if (svg == null) {
      var _ = response.setStatusCode(404).end();
      return;
    }
    var _ =
        response
            .putHeader("content-type", "image/svg+xml")
            .putHeader("cache-control", "public, max-age=31536000, immutable")
            .putHeader("content-security-policy", "default-src 'none'")
            .putHeader("cross-origin-resource-policy", "cross-origin")
            .putHeader("x-content-type-options", "nosniff");
    var _ = head ? response.end() : response.end(svg);
  }

  private static @Nullable String draw(String path) {
    Matcher named = PATH.matcher(path);
    if (!named.matches()) {
      return null;
    }
    int size = named.group(2) == null ? USUAL_SIZE : Integer.parseInt(named.group(2));
    return Face.parse(named.group(1)).map(face -> FaceDrawing.svg(face, size)).orElse(null);
  }
}
