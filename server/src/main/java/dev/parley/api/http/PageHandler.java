package dev.parley.api.http;

import dev.parley.api.http.PageFiles.PageFile;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Serves the web client under a policy that lets nothing in from anywhere else.
public final class PageHandler implements Handler<HttpServerRequest> {
  private static final Map<String, String> SECURITY =
      Map.of(
          "content-security-policy",
          "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
              + "img-src 'self' data: blob:; font-src 'self'; manifest-src 'self'; "
              + "worker-src 'self'; require-trusted-types-for 'script'; base-uri 'none'; "
              + "form-action 'none'; frame-ancestors 'none'",
          "x-content-type-options",
          "nosniff",
          "referrer-policy",
          "no-referrer",
          "cross-origin-opener-policy",
          "same-origin",
          "permissions-policy",
          "camera=(), microphone=(), geolocation=()");

  private final PageFiles files;

  public PageHandler(PageFiles files) {
    this.files = files;
  }

  @Override
  public void handle(HttpServerRequest request) {
    HttpServerResponse response = request.response();
    boolean head = request.method().equals(HttpMethod.HEAD);
    if (!head && !request.method().equals(HttpMethod.GET)) {
      var _ = response.setStatusCode(405).putHeader("allow", "GET, HEAD").end();
      return;
    }
    SECURITY.forEach(response::putHeader);
    PageFile file = files.find(request.path()).orElse(null);
    if (file == null) {
      var _ =
          response
              .setStatusCode(404)
              .putHeader("content-type", "text/plain; charset=utf-8")
              .end("Not found.\n");
      return;
    }
    write(request, file, head);
  }

  private static void write(HttpServerRequest request, PageFile file, boolean head) {
    HttpServerResponse response = request.response();
    var _ =
        response
            .putHeader("content-type", file.type())
            .putHeader("etag", file.tag())
            .putHeader("vary", "Accept-Encoding")
            .putHeader(
                "cache-control",
                file.immutable() ? "public, max-age=31536000, immutable" : "no-cache");
    if (file.tag().equals(request.getHeader("if-none-match"))) {
      var _ = response.setStatusCode(304).end();
      return;
    }
    byte[] body = file.plain();
    String accepted = request.getHeader("accept-encoding");
    byte @Nullable [] brotli = file.brotli();
    byte @Nullable [] gzip = file.gzip();
    if (brotli != null && AcceptedEncodings.accept(accepted, "br")) {
      body = brotli;
      var _ = response.putHeader("content-encoding", "br");
    } else if (gzip != null && AcceptedEncodings.accept(accepted, "gzip")) {
      body = gzip;
      var _ = response.putHeader("content-encoding", "gzip");
    }
    var _ = response.putHeader("content-length", Integer.toString(body.length));
    var _ = head ? response.end() : response.end(Buffer.buffer(body));
  }
}
